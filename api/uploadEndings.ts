import { pictureEndings } from "./pictureEndings.ts";

/**
 * Finds which media types may be uploaded, and the ending that each one's objects get: a bucket tells its queue by endings,
 * so an image with another one would wait for ever.
 * @param suffixes - endings that the bucket tells of; all when missing.
 */
export function uploadEndings(suffixes?: readonly string[]): Readonly<Record<string, string>> {
  const told = suffixes?.map((suffix) => suffix.toLowerCase());
  return Object.fromEntries(
    Object.entries(pictureEndings).flatMap(([type, endings]) => {
      const ending = endings.find((one) => !told || told.includes(one));
      return ending ? [[type, ending]] : [];
    }),
  );
}
