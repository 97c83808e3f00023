import Vips from "wasm-vips";

/** The started image library; one per process. */
export type Decoder = typeof Vips;

/** Which parts of the library to start: AVIF and HEIC live in a module of their own, 4 MB that few pictures need. */
export type DecoderKind = "common" | "heif";

const decoders = new Map<DecoderKind, Promise<Decoder>>();

/** Starts libvips once per process and kind; a later call gets the same one. */
export function openDecoder(kind: DecoderKind = "common"): Promise<Decoder> {
  const open = decoders.get(kind) ?? start(kind);
  decoders.set(kind, open);
  return open;
}

async function start(kind: DecoderKind): Promise<Decoder> {
  const vips = await Vips({
    dynamicLibraries: kind === "heif" ? ["vips-heif.wasm"] : [],
    // A damaged picture is answered by a rejection; libvips' own warnings about it would only stand in between.
    preRun: (module: { ENV: Record<string, string> }) => {
      module.ENV["VIPS_WARNING"] = "0";
    },
  });
  // Pictures shrink to a few hundred pixels while they are read: handing strips to other threads costs more
  // than it gains (VGA 10.9 → 8.4 ms, 12 MP 43 → 33 ms), and a picture is seen once, so a cache only holds memory.
  vips.concurrency(1);
  vips.Cache.max(0);
  return vips;
}
