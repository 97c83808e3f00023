import { defaultLimits, type ImageLimits } from "./image/limits.ts";

/** What the function's environment decides. */
export interface Settings {
  readonly tableName: string;
  readonly manifestPath: string;
  readonly threads: number;
  readonly limits: ImageLimits;
  /** Days until a result may be deleted; never when missing. */
  readonly keepDays?: number;
  readonly wasmFolder?: string;
  /** Dimension of all metrics: two stacks of one account are not to be added up. */
  readonly serviceName: string;
}

/** Some environment variables are missing or wrong; all of them are named at once. */
export class SettingsError extends Error {
  public override readonly name = "SettingsError";
}

/**
 * Reads the settings from environment variables: TABLE_NAME, MODEL_MANIFEST, INFERENCE_THREADS (default 1),
 * MAX_PIXELS, MAX_BYTES, RESULT_KEEP_DAYS (default: for ever), WASM_FOLDER (default: the package's own),
 * POWERTOOLS_SERVICE_NAME (default: snaplabel).
 * @throws {SettingsError} naming every variable that is missing or wrong, what it got and what is allowed.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const text = (name: string): string => {
    const value = environment[name];
    if (!value) problems.push(`${name}: expected a text, got nothing`);
    return value ?? "";
  };
  const whole = (name: string, least: number, most: number, fallback?: number): number | undefined => {
    const value = environment[name];
    if (value === undefined || value === "") return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    problems.push(`${name}: expected a whole number from ${least} to ${most}, got "${value}"`);
    return fallback;
  };
  const keepDays = whole("RESULT_KEEP_DAYS", 1, 36_500);
  const settings: Settings = {
    tableName: text("TABLE_NAME"),
    manifestPath: text("MODEL_MANIFEST"),
    threads: whole("INFERENCE_THREADS", 1, 6, 1)!,
    limits: {
      maxPixels: whole("MAX_PIXELS", 1, 1e9, defaultLimits.maxPixels)!,
      maxBytes: whole("MAX_BYTES", 1, 500e6, defaultLimits.maxBytes)!,
    },
    serviceName: environment["POWERTOOLS_SERVICE_NAME"] || "snaplabel",
    ...(keepDays ? { keepDays } : {}),
    ...(environment["WASM_FOLDER"] ? { wasmFolder: environment["WASM_FOLDER"] } : {}),
  };
  if (problems.length > 0) throw new SettingsError(`environment: ${problems.join("; ")}`);
  return settings;
}
