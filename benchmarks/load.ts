import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { temporaryFolder } from "../tests/temporaryFolder.ts";
import { median } from "./statistics.ts";

// Loads the local stack's API with mixed requests and prints ratios to a bare hono route, asked in the same run.
// Usage: npm run bench:load [-- ROUNDS]
const rounds = Number(process.argv[2] ?? 5);
const [amount, connections] = [1000, 50];
const root = fileURLToPath(new URL("../", import.meta.url));
const photo = readFileSync(join(root, "test_images/cat.jpg"));

interface Server {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => void;
}

const stack = await start([
  join(root, "bin/snaplabel.mjs"),
  ...["start", "--no-page", "--port", "0", "--s3-port", "0", "--dynamodb-port", "0"],
  ...["--data", await temporaryFolder()],
]);
const bare = await start(["--import", "tsx", join(root, "benchmarks/participants/bareRoute.ts")]);
const failures: string[] = [];
try {
  const id = await firstResult(stack.url);
  const reads = ["/results?limit=10", `/results/${id}`, "/healthz", `/results/${id}/image`];
  const upload = { contentType: "image/jpeg", fileName: "cat.jpg" };
  const writes: autocannon.Request[] = [
    { method: "POST", path: "/uploads", body: JSON.stringify(upload), headers: { "content-type": "application/json" } },
    { method: "PUT", path: `/results/${id}/label`, body: '{"label":"cat"}' },
    { method: "POST", path: "/classify", body: photo, headers: { "content-type": "image/jpeg" } },
  ];
  // Nine reads of ten, as people look more than they upload; a classification keeps the processor busy by itself.
  const mixed = [
    ...Array.from({ length: 27 }, (_, index) => ({ method: "GET" as const, path: reads[index % 4]! })),
    ...writes,
  ];
  const ratios: number[] = [];
  const memory: number[] = [];
  let mixedSeconds = 0;
  for (let round = 0; round <= rounds; round++) {
    const all = await load("mixed requests", stack.url, mixed);
    const read = await load(
      "reads",
      stack.url,
      reads.map((path) => ({ method: "GET", path })),
    );
    const reference = await load("a bare route", bare.url, [{ method: "GET", path: "/" }]);
    // The first round compiles.
    if (round === 0) continue;
    ratios.push(read.latency.p99 / Math.max(reference.latency.p99, 1));
    memory.push(residentMegabytes(stack.pid));
    mixedSeconds += all.duration;
  }
  console.log(`${rounds} rounds of ${amount} mixed requests by ${connections} connections: ${failures.length} failed`);
  console.log(
    `p99 of reads: ${median(ratios).toFixed(1)} × that of a bare hono route (${ratios.map((one) => one.toFixed(1)).join(", ")})`,
  );
  console.log(`mixed: ${((rounds * amount) / mixedSeconds).toFixed(0)} requests a second`);
  console.log(
    `memory after each round, as a ratio to the first: ${memory.map((one) => (one / memory[0]!).toFixed(2)).join(", ")}`,
  );
  for (const failure of new Set(failures)) console.log(`failed: ${failure}`);
} finally {
  stack.stop();
  bare.stop();
}
process.exit(failures.length > 0 ? 1 : 0);

/** Starts a server that prints its address. */
async function start(args: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /API +(http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
    if (!url) continue;
    // Nobody reads on: its output must not fill the pipe.
    child.stdout.resume();
    return { url, pid: child.pid!, stop: () => child.kill("SIGKILL") };
  }
  throw new Error(`${args[0]}: ended without an address (${(await once(child, "close"))[0]})`);
}

async function firstResult(url: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { items } = (await (await fetch(`${url}/results?limit=20`)).json()) as { items: { id: string }[] };
    if (items.length >= 14) return items[0]!.id;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the samples were not classified in 20 seconds");
}

async function load(what: string, url: string, requests: autocannon.Request[]): Promise<autocannon.Result> {
  const result = await autocannon({ url, requests, amount, connections, timeout: 60 });
  if (result.errors + result.timeouts > 0)
    failures.push(`${what}: ${result.errors} errors, ${result.timeouts} timeouts`);
  // A redirect to an image is an answer.
  const wrong = result["4xx"] + result["5xx"];
  if (wrong > 0) failures.push(`${what}: ${wrong} answers from 400 on`);
  return result;
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;
}
