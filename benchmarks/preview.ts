import { findEngine, openEngine } from "../tests/engine/engine.ts";
import { median } from "./statistics.ts";

// Prints how long a preview of the whole program takes, against an empty program that imports @pulumi/aws: in turn,
// under the real engine, with the provider of the tests. Usage: npm run bench:preview [-- ROUNDS]
const rounds = Number(process.argv[2] ?? 5);
const target = 1.5;

const binaries = await findEngine();
if (!binaries) throw new Error("pulumi: expected it on PATH, found none; install it first");
const programs = { whole: await openEngine(binaries), empty: await openEngine(binaries) };
const emptyProgram = 'import * as aws from "@pulumi/aws/index.js";\nexport const region = aws.Region.EUCentral1;\n';
await programs.empty.write("index.ts", emptyProgram);
// As `pulumi new` makes a program in TypeScript.
await programs.empty.write("Pulumi.yaml", "name: snaplabel\nruntime: nodejs\n");
for (const { init } of Object.values(programs)) await init("bench");
const seconds = { whole: [] as number[], empty: [] as number[] };
for (let round = 0; round <= rounds; round += 1)
  for (const name of ["whole", "empty"] as const) {
    const start = performance.now();
    await programs[name].pulumi(["preview", "--stack", "bench"]);
    // The first round warms the file system's cache.
    if (round > 0) seconds[name].push((performance.now() - start) / 1000);
  }
const ratio = median(seconds.whole.map((time, round) => time / seconds.empty[round]!));
const [whole, empty] = [median(seconds.whole).toFixed(1), median(seconds.empty).toFixed(1)];
console.log(`Preview of the program: ${whole} s, of an empty one: ${empty} s; ${ratio.toFixed(2)} × (≤ ${target})`);
