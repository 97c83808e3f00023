import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../local/stack/freePort.ts";

/** A registry of images on this computer. */
export interface LocalRegistry {
  /** "127.0.0.1:<port>", which Docker takes without TLS. */
  readonly host: string;
  readonly close: () => void;
}

/**
 * Starts Debian's docker-registry with its images below a folder.
 * @throws {Error} when it is not installed, or does not answer.
 */
export async function openRegistry(folder: string): Promise<LocalRegistry> {
  await mkdir(folder, { recursive: true });
  const host = `127.0.0.1:${await freePort(0, "port")}`;
  const configuration = {
    version: 0.1,
    log: { level: "error", accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: folder }, delete: { enabled: true } },
    http: { addr: host },
  };
  const file = join(folder, "registry.yml");
  // JSON is YAML as well.
  await writeFile(file, JSON.stringify(configuration));
  const child = spawn("docker-registry", ["serve", file], { stdio: ["ignore", "ignore", "inherit"] });
  let problem: Error | undefined;
  child.on("error", (error) => {
    problem = new Error(
      `docker-registry: ${error.message}; install it first (Debian: apt-get install docker-registry)`,
    );
  });
  for (let attempt = 0; attempt < 100 && !problem; attempt++) {
    if (
      await fetch(`http://${host}/v2/`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { host, close: () => child.kill() };
    await sleep(100);
  }
  child.kill();
  throw problem ?? new Error(`docker-registry: does not answer at ${host}`);
}
