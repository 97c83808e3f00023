import type { GateLimits, Golden, GoldenPhoto } from "./golden.ts";

const limitNames: readonly (keyof GateLimits)[] = [
  "top1Accuracy",
  "top5Accuracy",
  "agreement",
  "scoreTolerance",
  "latencyRatio",
  "megabytes",
];

/**
 * Reads the text of a golden file.
 * @throws {Error} naming the field that is missing or wrong: a limit that is not there would hold always.
 */
export function readGolden(text: string): Golden {
  const { limits, photos } = JSON.parse(text) as { limits?: Partial<GateLimits>; photos?: Partial<GoldenPhoto>[] };
  for (const name of limitNames)
    if (typeof limits?.[name] !== "number")
      throw new Error(`golden: limits.${name}: expected a number, got ${JSON.stringify(limits?.[name])}`);
  if (!Array.isArray(photos) || photos.length === 0) throw new Error("golden: photos: expected at least one photo");
  for (const [index, { file, accept, expected }] of photos.entries())
    if (typeof file !== "string" || !accept?.length || !Array.isArray(expected))
      throw new Error(
        `golden: photos[${index}]: expected { "file", "accept": [at least one label], "expected": [] }, ` +
          `got ${JSON.stringify(photos[index])}`,
      );
  return { limits, photos } as Golden;
}
