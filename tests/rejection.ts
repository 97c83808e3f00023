/** Awaits a promise that has to fail, and returns its error; a success is the test's failure. */
export async function rejection(promise: Promise<unknown>): Promise<Error & { code?: string; field?: string }> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error(`expected a rejection, got ${JSON.stringify(value)?.slice(0, 200)}`);
}
