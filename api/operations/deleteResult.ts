import { deleteImage } from "../deleteImage.ts";
import type { Operation } from "../dependencies.ts";
import { findVisible } from "../findVisible.ts";

/** Deletes one image and its result. */
export const deleteResult: Operation = async (call, dependencies) => {
  await deleteImage(await findVisible(call, dependencies), dependencies);
  return new Response(null, { status: 204 });
};
