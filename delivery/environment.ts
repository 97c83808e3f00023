/**
 * Reads a variable of the environment.
 * @throws {Error} naming it, and who sets it.
 */
export function environment(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(
    `${name}: expected it in the environment, got nothing; infra/delivery/buildProjects.ts sets it in the cloud`,
  );
}
