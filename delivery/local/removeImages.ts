import { run } from "../run.ts";

/**
 * Takes the names away that a run gave its images, as CodeBuild's machine goes with all that it built: what has no other
 * name goes too, and the next build finds its layers in BuildKit's cache.
 * @param patterns - as `docker image ls` filters references: "snaplabel:0123abc", "127.0.0.1:5000/snaplabel".
 */
export async function removeImages(patterns: readonly string[]): Promise<void> {
  const filters = patterns.flatMap((pattern) => ["--filter", `reference=${pattern}`]);
  const listed = await run("docker", ["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", ...filters], {
    capture: true,
  });
  const names = listed.split("\n").filter(Boolean);
  if (names.length > 0) await run("docker", ["image", "rm", ...names], { capture: true });
}
