import type { ConfigError } from "../../../infra/config/configError.ts";
import { KeyReader } from "../../../infra/config/readKeys.ts";

/** What a reader of keys makes of them, and all that is wrong with them. */
export function readWith<Value>(
  read: (keys: KeyReader) => Value,
  values: Readonly<Record<string, string>>,
): { readonly value: Value; readonly problems: readonly string[] } {
  const keys = new KeyReader(values);
  const value = read(keys);
  try {
    keys.finish();
    return { value, problems: [] };
  } catch (error) {
    return { value, problems: (error as ConfigError).problems };
  }
}
