import { readFile } from "node:fs/promises";
import { ManifestError } from "../errors.ts";

/**
 * Reads the labels, one a line, in the order of the model's output.
 * @throws {ManifestError} on `labels` when the file is missing, or a line is empty or stands twice.
 */
export async function readLabels(path: URL): Promise<readonly string[]> {
  const text = await readFile(path, "utf8").catch((cause) => {
    throw new ManifestError("labels", `cannot read ${path.pathname}`, { cause });
  });
  const labels = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const seen = new Set<string>();
  for (const [index, label] of labels.entries()) {
    if (!label.trim()) throw new ManifestError("labels", `line ${index + 1} of ${path.pathname} is empty`);
    if (seen.has(label)) throw new ManifestError("labels", `"${label}" stands twice, again in line ${index + 1}`);
    seen.add(label);
  }
  return labels;
}
