import { ManifestError } from "../errors.ts";

/**
 * Takes the labels out of their file: one a line, in the order of the model's output.
 * @param path - of the file, for the message.
 * @throws {ManifestError} on `labels` when a line is empty or stands twice.
 */
export function parseLabels(text: string, path: string): readonly string[] {
  const labels = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const seen = new Set<string>();
  for (const [index, label] of labels.entries()) {
    if (!label.trim()) throw new ManifestError("labels", `line ${index + 1} of ${path} is empty`);
    if (seen.has(label)) throw new ManifestError("labels", `"${label}" stands twice, again in line ${index + 1}`);
    seen.add(label);
  }
  return labels;
}
