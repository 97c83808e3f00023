import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Classification } from "../handler/classifyImage.ts";
import type { Golden, GoldenPhoto } from "./golden.ts";
import type { Answer, Measured } from "./judge.ts";
import { LambdaContainer } from "./lambdaContainer.ts";
import { measureContent } from "./measureContent.ts";
import { measureReference } from "./measureReference.ts";
import { withContent } from "./withContent.ts";

/** Invocations of a photo; the first one is not timed. */
const rounds = 4;

/**
 * Runs an image over the golden photos, and measures it.
 * @param folder - where the paths of the photos begin.
 * @param onPhoto - called after each photo.
 */
export async function measureImage(
  image: string,
  { photos }: Golden,
  folder: string,
  onPhoto: () => void,
): Promise<Measured> {
  const container = await LambdaContainer.start({ image });
  try {
    const references = [await measureReference(container.id)];
    const answers: Answer[] = [];
    for (const photo of photos) {
      answers.push(await classify(container, photo, await readFile(join(folder, photo.file))));
      onPhoto();
    }
    references.push(await measureReference(container.id));
    return { answers, references, content: await withContent(container.id, measureContent) };
  } finally {
    await container.kill();
  }
}

async function classify(container: LambdaContainer, photo: GoldenPhoto, bytes: Buffer): Promise<Answer> {
  const event = { image: bytes.toString("base64") };
  const latencies: number[] = [];
  let answer: unknown;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    answer = await container.invoke(event);
    if (round > 0) latencies.push(performance.now() - start);
  }
  return { photo, labels: (answer as Partial<Classification>).labels ?? [], latencies };
}
