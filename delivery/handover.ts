import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Shifted } from "./shiftBack.ts";

/** What one stage tells the next: dist/delivery/image.json, an artifact of the pipeline. */
export interface Handover {
  /** Docker's id of what was built: a hash of its content. */
  readonly imageId?: string;
  /** The same, once the gate has passed it. */
  readonly gatedImageId?: string;
  /** "<repository>@sha256:<digest>", once it is pushed. */
  readonly imageUri?: string;
  /** What got new versions in the last stack, and which had the traffic before. */
  readonly shifted?: readonly Shifted[];
}

/** Folder of all that the stages leave: the handover, the gate's report, the preview of prod. */
export const deliveryFolder = "dist/delivery";

const file = join(deliveryFolder, "image.json");

/**
 * Reads what the stages before have left.
 * @param wanted - what has to be there.
 * @throws {Error} naming what is missing, and the step that makes it.
 */
export function readHandover<Key extends keyof Handover>(
  ...wanted: readonly Key[]
): Handover & Required<Pick<Handover, Key>> {
  const steps = { imageId: "buildImage", gatedImageId: "gateImage", imageUri: "pushImage", shifted: "shiftTraffic" };
  const handover = read();
  for (const key of wanted)
    if (!handover[key])
      throw new Error(`${file}: expected ${key}, found none; run delivery/steps/${steps[key]}.ts first`);
  return handover as Handover & Required<Pick<Handover, Key>>;
}

/** Adds to what the stages before have left. */
export function writeHandover(more: Handover): void {
  mkdirSync(deliveryFolder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...read(), ...more }, undefined, 2)}\n`);
}

function read(): Handover {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Handover;
  } catch {
    return {};
  }
}
