import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./isPublicAddress.ts";

/** How names become addresses; a parameter for tests. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Makes a lookup for a connection that fails unless every address of a name is public. As the connection uses the very
 * addresses that were checked, a name that answers differently the next moment (DNS rebinding) gains nothing.
 */
export function publicLookup(resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const inside = addresses?.find(({ address }) => !isPublicAddress(address));
      const refusal = inside ? new Error(`${hostname} is ${inside.address}, which is no public address`) : null;
      const [first] = addresses ?? [];
      if (error || refusal || !first) callback(error ?? refusal ?? new Error(`${hostname} has no address`), [], 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
