import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";

/** The suites: which files belong to each. */
const suites: Record<string, readonly string[]> = {
  unit: [
    "tests/{handler,infra,local,policies,setup,benchmarks,gate,api,web,webhook}/**/*.test.ts",
    "tests/*.test.ts",
    "!tests/local/cli.test.ts",
  ],
  // Starts a process for each of its questions.
  cli: ["tests/local/cli.test.ts"],
  engine: ["tests/engine/*.test.ts"],
  reference: ["tests/reference/*.test.ts"],
  browser: ["tests/browser/*.test.ts"],
  container: ["tests/container/*.test.ts"],
  delivery: ["tests/{delivery,hook}/*.test.ts"],
};

const limitMinutes = 25;
const root = fileURLToPath(new URL("..", import.meta.url));
const [suite = "unit", only] = process.argv.slice(2);
const files = (await glob([...(suites[suite] ?? [])], { cwd: root }))
  .filter((file) => !only || file.includes(only))
  .sort();
// Two processes for two processors: in one, the suite would take twice as long. Containers share one daemon.
const alone = ["container", "delivery"].includes(suite);
const shards = (alone ? [0] : [0, 1])
  .map((shard) => files.filter((_, index) => alone || index % 2 === shard))
  .filter(({ length }) => length > 0);
const runs = await Promise.all(shards.map(runUvu));
const [total, passed, skipped] = ["Total", "Passed", "Skipped"].map((name) =>
  runs.reduce((sum, { output }) => sum + count(output, name), 0),
) as [number, number, number];
const written = await countTests(files);
const crashed = runs.some(({ code }) => code !== 0) ? 1 : 0;
// uvu's total leaves skipped tests out.
const ran = total + skipped;
const failed = Math.max(total - passed, crashed, written - ran);
// uvu ends with success where a hook throws or a file lacks its .run(): then fewer tests ran than stand in the files.
if (written > ran) console.error(`\n${written} tests stand in ${files.length} files, but only ${ran} ran.`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 && ran > 0 ? 0 : 1;

/** A test that never ends, even one that never yields, must not look like a slow one for ever. */
async function runUvu(paths: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", `${root}/tests/uvu.ts`, ...paths], {
    cwd: root,
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true", TZ: "UTC", FORCE_COLOR: "0" },
    stdio: ["ignore", "pipe", "inherit"],
    timeout: limitMinutes * 60_000,
    killSignal: "SIGKILL",
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  process.stdout.write(output);
  return { output, code: code as number };
}

function count(output: string, name: string): number {
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(output)?.[1] ?? 0);
}

async function countTests(paths: readonly string[]): Promise<number> {
  const texts = await Promise.all(paths.map((path) => readFile(`${root}/${path}`, "utf8")));
  return texts.join("\n").match(/^(?:test|\w+Test)\(/gm)?.length ?? 0;
}
