import type { Shift } from "../infra/trafficShift.ts";
import { alias } from "./alias.ts";

/**
 * Writes what CodeDeploy has to do, as JSON.
 * Form: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-example.html#appspec-file-example-lambda
 */
export function appSpec({ functionName, version, hookFunction }: Shift, before: string): string {
  const properties = { Name: functionName, Alias: alias, CurrentVersion: before, TargetVersion: version };
  return JSON.stringify({
    version: 0.0,
    Resources: [{ [functionName]: { Type: "AWS::Lambda::Function", Properties: properties } }],
    Hooks: [{ BeforeAllowTraffic: hookFunction }],
  });
}
