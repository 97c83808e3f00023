import type { Call } from "./dependencies.ts";
import { Problem } from "./problem.ts";

const maxBytes = 64 * 1024;

/**
 * Reads a request's body as one JSON object.
 * @throws {Problem} `bad-body`, or `too-large` above 64 KiB.
 */
export async function readJson(call: Call): Promise<Readonly<Record<string, unknown>>> {
  const bytes = await call.body();
  if (bytes.length > maxBytes)
    throw new Problem("too-large", `body: expected at most ${maxBytes} bytes, got ${bytes.length}`);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    value = undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Problem("bad-body", "body: expected one JSON object");
  return value as Record<string, unknown>;
}
