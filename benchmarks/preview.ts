import { findEngine, openEngine } from "../tests/engine/engine.ts";
import { median } from "./statistics.ts";

// Prints how long a preview of the program takes, against an empty program that imports @pulumi/aws: in turn, under the
// real engine, with the provider of the tests. Usage: npm run bench:preview [-- ROUNDS]
const rounds = Number(process.argv[2] ?? 5);
const target = 1.5;
const optional = { webhooks: "true", trafficShift: "canary" };
const stacks: readonly [name: string, what: string, keys: Readonly<Record<string, string>>][] = [
  ["dev", "dev", {}],
  ["more", "with webhooks and traffic shift", optional],
  ["all", "with the page too", { ...optional, page: "true", apiAccess: "open-to-the-world" }],
];

const binaries = await findEngine();
if (!binaries) throw new Error("pulumi: expected it on PATH, found none; install it first");
const [whole, empty] = [await openEngine(binaries), await openEngine(binaries)];
const emptyProgram = 'import * as aws from "@pulumi/aws/index.js";\nexport const region = aws.Region.EUCentral1;\n';
await empty.write("index.ts", emptyProgram);
// As `pulumi new` makes a program in TypeScript.
await empty.write("Pulumi.yaml", "name: snaplabel\nruntime: nodejs\n");
await empty.init("empty");
for (const [name, , keys] of stacks) await whole.init(name, keys);

const seconds = new Map<string, number[]>();
const take = async (engine: typeof whole, stack: string, round: number) => {
  const start = performance.now();
  await engine.pulumi(["preview", "--stack", stack]);
  // The first round warms the file system's cache, and fills Node's of compiled code.
  if (round > 0) seconds.set(stack, [...(seconds.get(stack) ?? []), (performance.now() - start) / 1000]);
};
for (let round = 0; round <= rounds; round += 1) {
  await take(empty, "empty", round);
  for (const [name] of stacks) await take(whole, name, round);
}
const reference = seconds.get("empty")!;
console.log(`Preview of an empty program: ${median(reference).toFixed(1)} s`);
for (const [name, what] of stacks) {
  const taken = seconds.get(name)!;
  const ratio = median(taken.map((time, round) => time / reference[round]!)).toFixed(2);
  console.log(`of the program, ${what}: ${median(taken).toFixed(1)} s; ${ratio} × (≤ ${target})`);
}
