import { liveAlias } from "../infra/liveAlias.ts";
import type { Shift } from "../infra/trafficShift.ts";

/**
 * Writes what CodeDeploy has to do, as JSON.
 * Form: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-example.html#appspec-file-example-lambda
 */
export function appSpec({ functionName, version, hookFunction }: Shift, before: string): string {
  const properties = { Name: functionName, Alias: liveAlias, CurrentVersion: before, TargetVersion: version };
  return JSON.stringify({
    version: 0.0,
    Resources: [{ [functionName]: { Type: "AWS::Lambda::Function", Properties: properties } }],
    Hooks: [{ BeforeAllowTraffic: hookFunction }],
  });
}
