import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { docker } from "./docker.ts";

/**
 * Copies what the product adds to its base out of a container, and removes the copy after use.
 * @param use - gets the copy's folder.
 */
export async function withContent<Found>(container: string, use: (folder: string) => Promise<Found>): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), "snaplabel-content-"));
  try {
    await docker(["cp", `${container}:/var/task`, folder]);
    return await use(join(folder, "task"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
