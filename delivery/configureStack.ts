import { environment } from "./environment.ts";
import { readHandover } from "./handover.ts";
import { outputsOf, pulumi } from "./pulumi.ts";
import { run } from "./run.ts";

/** A stack, ready for a preview or an update to the image of this run. */
export interface ConfiguredStack {
  readonly stack: string;
  readonly imageUri: string;
}

/**
 * Selects the stack and sets what the delivery decides: the image, how traffic comes to it, and what bounds its roles. Dev
 * gets the image by its digest; any other stack takes the digest that dev has.
 * @throws {Error} when dev has another image by now than this run has tested.
 */
export async function configureStack(): Promise<ConfiguredStack> {
  const [stack, devStack] = [environment("STACK"), environment("DEV_STACK")];
  const { imageUri } = readHandover("imageUri");
  const { PULUMI_SECRETS_PROVIDER, PERMISSIONS_BOUNDARY, TRAFFIC_SHIFT, CANARY_PERCENT, CANARY_MINUTES } = process.env;
  const secrets = PULUMI_SECRETS_PROVIDER ? ["--secrets-provider", PULUMI_SECRETS_PROVIDER] : [];
  await run("pulumi", ["stack", "select", "--create", stack, ...secrets]);
  if (stack !== devStack) {
    const tested = (await outputsOf(devStack))["imageUri"];
    if (tested !== imageUri)
      throw new Error(`${stack}: ${devStack} runs ${tested}, this run has tested ${imageUri}; let the newer run go on`);
  }
  const keys = {
    ...(stack === devStack ? { imageUri } : { imageFromStack: devStack }),
    permissionsBoundary: PERMISSIONS_BOUNDARY,
    trafficShift: TRAFFIC_SHIFT,
    canaryPercent: CANARY_PERCENT,
    canaryMinutes: CANARY_MINUTES,
  };
  for (const [key, value] of Object.entries(keys)) if (value) await pulumi(stack, ["config", "set", key, value]);
  return { stack, imageUri };
}
