import { stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { convertPathToPattern, glob } from "tinyglobby";

/** No input matched. */
export class NoSourceError extends Error {
  public override readonly name = "NoSourceError";
}

const extensions = "{jpg,jpeg,png,webp,gif,tif,tiff,bmp,avif,heic,heif}";

/**
 * Finds what to classify.
 * @param inputs - files, folders (all pictures below, by extension), globs, http(s) URLs, or "-" for standard input.
 * @returns file paths, URLs and "-", each once, folders and globs in the order of their names.
 * @throws {NoSourceError} naming an input that matches nothing.
 */
export async function findSources(inputs: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const input of inputs) for (const source of await expand(input)) found.add(source);
  return [...found];
}

async function expand(input: string): Promise<string[]> {
  if (input === "-" || /^https?:\/\//.test(input)) return [input];
  const entry = await stat(input).catch(() => undefined);
  if (entry?.isFile()) return [input];
  const pattern = entry?.isDirectory()
    ? `${convertPathToPattern(input.replace(/\/+$/, ""))}/**/*.${extensions}`
    : input;
  const files = await glob(pattern, { caseSensitiveMatch: false, absolute: isAbsolute(input) });
  if (files.length > 0) return files.sort();
  const wanted = entry ? "a folder with pictures in it" : "a file, folder, glob or URL";
  throw new NoSourceError(`${input}: expected ${wanted}, found nothing`);
}
