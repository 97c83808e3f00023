import type { KeyReader } from "./readKeys.ts";
import type { TrafficConfig } from "./stackConfig.ts";

/** Reads how a new version gets its traffic; undefined where the alias simply names the newest version. */
export function readTraffic(keys: KeyReader): TrafficConfig | undefined {
  const kind = keys.choice("trafficShift", ["none", "all-at-once", "canary"], "none");
  const percent = keys.whole("canaryPercent", [1, 99], 10);
  const minutes = keys.whole("canaryMinutes", [1, 60], 5);
  if (kind === "none") return undefined;
  return kind === "canary" ? { kind, percent, minutes } : { kind };
}
