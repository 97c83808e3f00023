import { classifyImage } from "../../handler/classifyImage.ts";
import { RejectedImageError } from "../../handler/errors.ts";
import type { Call, Operation } from "../dependencies.ts";
import { Problem } from "../problem.ts";

/** Classifies the image of the body, as it is or as base64 in `{ "image": … }`; stores nothing. */
export const classify: Operation = async (call, dependencies) => {
  const bytes = await readImage(call, dependencies.maxClassifyBytes);
  const { model, limits } = await dependencies.classifier();
  const { name, version, sha256 } = model.manifest;
  const shared = { modelName: name, modelVersion: version, modelSha256: sha256 };
  try {
    return Response.json({ status: "classified", ...(await classifyImage(bytes, { model, limits })), ...shared });
  } catch (error) {
    if (!(error instanceof RejectedImageError)) throw error;
    const problem = { code: error.code, message: error.message };
    return Response.json({ status: "rejected", problem, ...shared }, { status: 422 });
  }
};

async function readImage(call: Call, maxBytes: number): Promise<Uint8Array> {
  const body = await call.body();
  const bytes = call.headers.get("content-type")?.startsWith("application/json") ? decode(body) : body;
  if (bytes.length <= maxBytes) return bytes;
  throw new Problem(
    "too-large",
    `body: expected at most ${maxBytes} bytes, got ${bytes.length}; larger images: POST /uploads`,
  );
}

function decode(body: Uint8Array): Uint8Array {
  let image: unknown;
  try {
    image = JSON.parse(Buffer.from(body).toString("utf8"))?.image;
  } catch {
    image = undefined;
  }
  if (typeof image !== "string" || !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(image))
    throw new Problem("bad-body", 'body: expected { "image": base64 } or the bytes of an image');
  return Buffer.from(image, "base64");
}
