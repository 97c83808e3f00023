import { type LambdaClient, UpdateAliasCommand } from "@aws-sdk/client-lambda";
import { liveAlias } from "../infra/liveAlias.ts";

/** Gives all traffic of a function to one version, at once. */
export async function moveAlias(lambda: LambdaClient, functionName: string, version: string): Promise<void> {
  await lambda.send(
    new UpdateAliasCommand({
      FunctionName: functionName,
      Name: liveAlias,
      FunctionVersion: version,
      // Without weights: a canary that is under way would go on sending some of the traffic elsewhere.
      RoutingConfig: { AdditionalVersionWeights: {} },
    }),
  );
}
