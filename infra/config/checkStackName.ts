import type { KeyReader } from "./readKeys.ts";

/**
 * Checks a stack's name, which stands in all of its resources' names: buckets and registries take lower-case letters only,
 * roles and functions no more than 64 letters.
 */
export function checkStackName(keys: KeyReader, stack: string): void {
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(stack))
    keys.problem("the stack's name", "up to 20 lower-case letters, digits and hyphens, a letter first", stack);
}
