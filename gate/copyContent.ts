import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { docker } from "./docker.ts";

/**
 * Copies what the product adds to its base out of a container.
 * @returns the folder, a new one below the system's temporary folder.
 */
export async function copyContent(container: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "snaplabel-content-"));
  await docker(["cp", `${container}:/var/task`, folder]);
  return join(folder, "task");
}
