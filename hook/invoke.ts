import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { Target } from "./readTargets.ts";

/**
 * Invokes one version of a function and reads its answer.
 * @throws {Error} with what the function threw.
 */
export async function invoke(lambda: LambdaClient, target: Target, event: unknown): Promise<unknown> {
  const { functionName, version } = target;
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: functionName, Qualifier: version, Payload: JSON.stringify(event) }),
  );
  const text = Buffer.from(Payload ?? []).toString("utf8");
  if (FunctionError) throw new Error(`${functionName}:${version} failed: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
