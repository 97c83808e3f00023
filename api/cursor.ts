import { Problem } from "./problem.ts";

/** Where a list goes on: the key of the last item of a page. */
export type PageKey = Readonly<Record<string, unknown>>;

/** Writes a page's end as an opaque text that is safe in URLs. */
export function writeCursor(key: PageKey): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/**
 * Reads a cursor. It says only where in the list to go on: names and the list's own value are those of the question, so
 * a forged one leads to another place of the same list and nowhere else.
 * @param names - attributes that a key of this list has.
 * @param fixed - attributes whose values the question decides.
 * @throws {Problem} `bad-cursor`
 */
export function readCursor(text: string, names: readonly string[], fixed: Readonly<Record<string, string>>): PageKey {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    key = undefined;
  }
  if (!isKey(key) || !sameNames(key, names) || Object.entries(fixed).some(([name, value]) => key[name] !== value))
    throw new Problem(
      "bad-cursor",
      "cursor: expected the `next` of an answer to the same question; begin without a cursor",
    );
  return key;
}

function isKey(value: unknown): value is Record<string, string> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((part) => typeof part === "string" && part !== "")
  );
}

function sameNames(key: object, names: readonly string[]): boolean {
  return Object.keys(key).length === names.length && names.every((name) => Object.hasOwn(key, name));
}
