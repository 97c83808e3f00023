import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { writePlugin } from "./writePlugin.ts";

const run = promisify(execFile);
const programFiles = [
  "index.ts",
  ".dockerignore",
  "Dockerfile",
  "Pulumi.yaml",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "api",
  "infra",
  "handler",
  "model",
  "setup",
  "web",
  "delivery",
  "gate",
  "golden",
  "hook",
  "policies",
  "webhook",
];

/** The engine's commands on a copy of the program, with state, plugins and configuration of its own. */
export interface Engine {
  readonly folder: string;
  /** Variables under which `pulumi` runs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Makes a stack with the keys that every stack needs, and more. */
  readonly init: (stack: string, more?: Readonly<Record<string, string>>) => Promise<void>;
  /** Changes a file of the copy. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** Runs `pulumi` with arguments; its output, or an error that holds it. */
  readonly pulumi: (args: readonly string[], environment?: Record<string, string>) => Promise<string>;
}

/** Where the engine's binaries lie: on PATH as a user has them, else beside the project; undefined without one. */
export async function findEngine(): Promise<string | undefined> {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).find((folder) => existsSync(join(folder, "pulumi")));
  if (onPath) return onPath;
  const installer = repositoryPath("../shared/pulumi-engine/install");
  if (!existsSync(installer)) return undefined;
  const { stdout } = await run(installer, [repositoryPath(".cache/pulumi")]);
  return /PATH="([^:]+):/.exec(stdout)?.[1];
}

/** Copies the program beside a state folder and the test's plugins. */
export async function openEngine(binaries: string): Promise<Engine> {
  const root = await temporaryFolder();
  const folder = join(root, "program");
  await mkdir(folder);
  for (const file of programFiles) await cp(repositoryPath(file), join(folder, file), { recursive: true });
  await symlink(repositoryPath("node_modules"), join(folder, "node_modules"));
  const environment = await engineEnvironment(binaries, root);
  const pulumi: Engine["pulumi"] = async (args, more = {}) => {
    const options = { cwd: folder, env: { ...environment, ...more }, maxBuffer: 64e6 };
    const { stdout } = await run("pulumi", [...args, "--non-interactive"], options).catch((error) => {
      throw new Error(`pulumi ${args.join(" ")}\n${error.stdout}\n${error.stderr}`);
    });
    return stdout;
  };
  return {
    folder,
    environment,
    pulumi,
    init: async (stack, more = {}) => {
      await pulumi(["stack", "init", stack]);
      for (const [key, value] of Object.entries({ "aws:region": "eu-central-1", owner: "tests", ...more }))
        await pulumi(["config", "set", "--stack", stack, key, value]);
    },
    write: (path, text) => writeFile(join(folder, path), text),
  };
}

/** Variables under which `pulumi` uses the test's plugins, and a state of its own below a folder. */
export async function engineEnvironment(binaries: string, root: string): Promise<Record<string, string>> {
  for (const part of ["home", "state"]) await mkdir(join(root, part), { recursive: true });
  for (const sdk of ["aws", "awsx"]) await writePlugin(join(root, "home"), sdk);
  return {
    PATH: [binaries, process.env["PATH"]].join(delimiter),
    HOME: process.env["HOME"] ?? root,
    PULUMI_HOME: join(root, "home"),
    PULUMI_BACKEND_URL: `file://${join(root, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    BUILDX_NO_DEFAULT_ATTESTATIONS: "1",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}
