import type { Image } from "image-js";
import { middle } from "../image/placement.ts";
import type { ModelInput } from "../model/manifest.ts";

/**
 * Lays a picture's values out as the model wants them.
 * @param image - RGB, 8 bits a channel, at the model's scale (decodeImage): as large as the input, or smaller with a
 *   letterbox, in whose middle it then lies.
 * @param input - the manifest's description of the input; mean and scale on the 0..255 scale of bytes, in the order
 *   of `channelOrder`.
 * @returns float32, each value (byte - mean) / scale; shape [1, 3, height, width] for layout NCHW,
 *   [1, height, width, 3] for NHWC.
 */
export function toTensor(image: Image, input: ModelInput): Float32Array {
  const { data, width, height } = image.getRawImage();
  const offset = middle(input, { width, height });
  const tensor = filled(input);
  const planar = input.layout === "NCHW";
  const area = input.width * input.height;
  for (let channel = 0; channel < 3; channel += 1) {
    const source = input.channelOrder === "RGB" ? channel : 2 - channel;
    const values = normalized(input, channel);
    const [first, step] = planar ? [channel * area, 1] : [channel, 3];
    for (let y = 0; y < height; y += 1) {
      let from = y * width * 3 + source;
      let to = first + ((y + offset.top) * input.width + offset.left) * step;
      for (let x = 0; x < width; x += 1, from += 3, to += step) tensor[to] = values[data[from]!]!;
    }
  }
  return tensor;
}

/** The 256 values that a byte can become: a look-up is cheaper than an arithmetic for each pixel. */
function normalized(input: ModelInput, channel: number): Float32Array {
  const [mean, scale] = [input.mean[channel]!, input.scale[channel]!];
  return Float32Array.from({ length: 256 }, (_, byte) => (byte - mean) / scale);
}

/** An empty tensor; with a letterbox, all of it in the fill colour. */
function filled(input: ModelInput): Float32Array {
  const tensor = new Float32Array(input.width * input.height * 3);
  if (input.resize.rule !== "letterbox") return tensor;
  const fill = input.resize.fill.map((byte, channel) => (byte - input.mean[channel]!) / input.scale[channel]!);
  const area = input.width * input.height;
  for (let index = 0; index < tensor.length; index += 1)
    tensor[index] = fill[input.layout === "NCHW" ? Math.floor(index / area) : index % 3]!;
  return tensor;
}
