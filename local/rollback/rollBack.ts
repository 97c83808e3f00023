import { GetAliasCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { moveAlias } from "../../delivery/moveAlias.ts";
import { liveAlias } from "../../infra/liveAlias.ts";
import { chooseVersion, type ImageVersion } from "./chooseVersion.ts";
import { listVersions } from "./listVersions.ts";

/** What happened to one function. */
export interface RolledBack {
  readonly functionName: string;
  readonly from: string;
  readonly to: string;
  readonly digest: string;
}

/**
 * Gives the traffic of functions of one image to an earlier version, at once. All of them go to the same image, and each
 * version is looked up before the first alias moves.
 * @param functionNames - the first one decides which image.
 * @param to - a version of the first one, a digest, or nothing: the image before.
 */
export async function rollBack(
  lambda: LambdaClient,
  functionNames: readonly string[],
  to?: string,
): Promise<readonly RolledBack[]> {
  const chosen: RolledBack[] = [];
  let target: ImageVersion | undefined;
  for (const functionName of functionNames) {
    const { FunctionVersion: from = "" } = await lambda.send(
      new GetAliasCommand({ FunctionName: functionName, Name: liveAlias }),
    );
    target = chooseVersion(await listVersions(lambda, functionName), from, target?.digest ?? to);
    chosen.push({ functionName, from, to: target.version, digest: target.digest });
  }
  for (const { functionName, to: version } of chosen) await moveAlias(lambda, functionName, version);
  return chosen;
}
