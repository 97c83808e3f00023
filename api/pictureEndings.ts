/** Media types that can be classified, and the endings that their files bear, the usual one first. */
export const pictureEndings: Readonly<Record<string, readonly string[]>> = {
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "image/webp": [".webp"],
  "image/gif": [".gif"],
  "image/tiff": [".tiff", ".tif"],
  "image/bmp": [".bmp"],
  "image/avif": [".avif"],
};
