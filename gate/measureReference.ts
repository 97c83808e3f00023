import { docker } from "./docker.ts";

/**
 * The reference of the gate's latency: a product of two matrices of 384 × 384 in plain JavaScript. It grows and shrinks
 * with the machine and its load as an inference does, and not with the image's model or bundle.
 */
const program = `
const size = 384, [a, b, product] = [0, 1, 2].map((seed) => Float32Array.from({ length: size * size }, (_, i) => (i + seed) % 7));
const multiply = () => {
  for (let row = 0; row < size; row++)
    for (let inner = 0; inner < size; inner++)
      for (let column = 0, factor = a[row * size + inner]; column < size; column++)
        product[row * size + column] += factor * b[inner * size + column];
};
const times = Array.from({ length: 9 }, () => { const start = performance.now(); multiply(); return performance.now() - start; });
console.log(times.sort((x, y) => x - y)[4]);
`;

/** @returns milliseconds, the median of nine, under a running container's own Node and within its limits. */
export async function measureReference(container: string): Promise<number> {
  return Number(await docker(["exec", container, "node", "-e", program]));
}
