import { execFile } from "node:child_process";
import { chmod, cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

const run = promisify(execFile);

/** A repository that somebody pushes to, and what the pipeline behind it did. */
export interface PushedRepository {
  /** Where the developer works. */
  readonly folder: string;
  /** Commits, pushes, and waits for the pipeline: what the pusher saw. */
  readonly push: (message: string, options: PushOptions) => Promise<string>;
  /** Which image a stack has, and which version of each function has the traffic. */
  readonly stack: (name: "dev" | "prod") => Promise<{ imageUri: string | undefined; traffic: Record<string, string> }>;
  /** How many images the registry has. */
  readonly images: () => Promise<number>;
}

/** How the pipeline is to run. */
export interface PushOptions {
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Programs that come first on PATH: name → script. */
  readonly programs?: Readonly<Record<string, string>>;
}

/**
 * Makes a bare repository whose hook runs the pipeline of what was pushed, and a clone of it with this very code.
 * @param base - image that the Dockerfile stands on here.
 * @param binaries - folder of pulumi.
 */
export async function openRepository(base: string, binaries: string): Promise<PushedRepository> {
  const root = await temporaryFolder();
  const [bare, folder, state] = [join(root, "bare.git"), join(root, "work"), join(root, "state")];
  await run("git", ["init", "--quiet", "--bare", "--initial-branch", "main", bare]);
  await writeHook(bare, root);
  await mkdir(folder);
  const { stdout } = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repositoryPath("."),
    maxBuffer: 16e6,
  });
  for (const file of stdout.split("\0").filter(Boolean))
    await cp(repositoryPath(file), join(folder, file)).catch(() => {});
  const git = (...args: readonly string[]) => run("git", args, { cwd: folder });
  await git("init", "--quiet", "--initial-branch", "main");
  await git("config", "user.email", "ann@example.com");
  await git("config", "user.name", "Ann");
  await git("remote", "add", "origin", bare);
  return {
    folder,
    push: async (message, options) => {
      await git("add", "--all");
      await git("commit", "--quiet", "--allow-empty", "--message", message);
      const programs = join(root, "programs");
      await mkdir(programs, { recursive: true });
      for (const [name, text] of Object.entries(options.programs ?? {})) {
        await writeFile(join(programs, name), text);
        await chmod(join(programs, name), 0o755);
      }
      const { programs: given } = options;
      const environment = {
        ...process.env,
        ...{ BASE_IMAGE: base, DOCKER_NETWORK: "host", PIPELINE_ARGS: [...options.args, "--state", state].join(" ") },
        ...options.environment,
        PATH: [...(given ? [programs] : []), binaries, process.env["PATH"]].join(delimiter),
      };
      const pushed = await run("git", ["push", "origin", "main"], { cwd: folder, env: environment, maxBuffer: 64e6 });
      return pushed.stderr;
    },
    stack: async (name) => ({
      imageUri: await imageOf(state, name),
      traffic: JSON.parse(
        await readFile(join(state, `traffic/organization-snaplabel-${name}.json`), "utf8").catch(() => "{}"),
      ),
    }),
    images: async () => {
      const revisions = join(state, "registry/docker/registry/v2/repositories/snaplabel/_manifests/revisions/sha256");
      return (await readdir(revisions).catch(() => [])).length;
    },
  };
}

/** A push ends well even if its pipeline does not: as with CodeCommit, the commit is there. */
async function writeHook(bare: string, root: string): Promise<void> {
  const script = `#!/usr/bin/env bash
set -euo pipefail
read -r _ revision _
unset GIT_DIR
checkout=${root}/checkouts/$revision
git clone --quiet ${bare} "$checkout"
git -C "$checkout" checkout --quiet "$revision"
ln -s ${repositoryPath("node_modules")} "$checkout/node_modules"
cd "$checkout"
node --import tsx delivery/local/run.ts $PIPELINE_ARGS 2>&1 || echo "pipeline ended with $?"
`;
  await writeFile(join(bare, "hooks/post-receive"), script);
  await chmod(join(bare, "hooks/post-receive"), 0o755);
}

async function imageOf(state: string, stack: string): Promise<string | undefined> {
  const file = join(state, `state/.pulumi/stacks/snaplabel/${stack}.json`);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (!text) return undefined;
  const { resources = [] } = JSON.parse(text).checkpoint.latest ?? {};
  return resources.find(({ type }: { type: string }) => type === "pulumi:pulumi:Stack")?.outputs?.imageUri;
}
