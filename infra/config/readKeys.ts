import { closest } from "fastest-levenshtein";
import { ConfigError } from "./configError.ts";

/** Values of keys as Pulumi stores them: texts, objects and lists as JSON. */
export type RawConfig = Readonly<Record<string, string>>;

/** Reads keys and remembers what is wrong, so that all of it can be told at once. */
export class KeyReader {
  readonly #raw: RawConfig;
  /** Keys that somebody has asked for. */
  readonly #known = new Set<string>();
  readonly #problems: string[] = [];

  public constructor(raw: RawConfig) {
    this.#raw = raw;
  }

  /** A text that matches `pattern`; undefined when it is not set. */
  public text(key: string, pattern: RegExp, wanted: string): string | undefined {
    const value = this.#get(key);
    if (value === undefined || pattern.test(value)) return value;
    this.problem(key, wanted, value);
    return undefined;
  }

  /** A text that every stack must set and that matches `pattern`; empty where it is wrong. */
  public required(key: string, pattern: RegExp, wanted: string): string {
    if (this.#get(key) === undefined) this.problem(key, wanted, "nothing");
    return this.text(key, pattern, wanted) ?? "";
  }

  public choice<Choice extends string>(key: string, choices: readonly Choice[], fallback: Choice): Choice {
    const value = this.#get(key) ?? fallback;
    const found = choices.find((choice) => choice === value);
    if (!found) this.problem(key, `one of ${choices.join(", ")}`, value);
    return found ?? fallback;
  }

  public flag(key: string, fallback: boolean): boolean {
    return this.choice(key, ["true", "false"], fallback ? "true" : "false") === "true";
  }

  /** A whole number in a range; the fallback when it is not set. */
  public whole<Fallback extends number | undefined>(
    key: string,
    [least, most]: readonly [number, number],
    fallback: Fallback,
  ): number | Fallback {
    const value = this.#get(key);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    this.problem(key, `a whole number from ${least} to ${most}`, value);
    return fallback;
  }

  /** A list of texts, each matching `pattern`. */
  public list(key: string, pattern: RegExp, wanted: string, fallback: readonly string[] = []): readonly string[] {
    const value = this.#get(key);
    if (value === undefined) return fallback;
    const parsed = parseJson(value);
    const isText = (entry: unknown): entry is string => typeof entry === "string" && pattern.test(entry);
    if (Array.isArray(parsed) && parsed.every(isText)) return parsed;
    this.problem(key, `a list, each entry ${wanted}`, value);
    return fallback;
  }

  /** Remembers that a key, or several together, cannot stay as they are. */
  public problem(key: string, wanted: string, got: string): void {
    this.#problems.push(`${key}: expected ${wanted}, got "${got}"`);
  }

  /**
   * Ends the reading: a key that nobody has asked for is misspelt, and would be left out in silence.
   * @throws {ConfigError} when anything was wrong.
   */
  public finish(): void {
    const known = [...this.#known];
    for (const key of Object.keys(this.#raw).filter((name) => !this.#known.has(name)))
      this.#problems.push(`${key}: there is no such key; did you mean ${closest(key, known)}?`);
    if (this.#problems.length > 0) throw new ConfigError(this.#problems);
  }

  #get(key: string): string | undefined {
    this.#known.add(key);
    return this.#raw[key];
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
