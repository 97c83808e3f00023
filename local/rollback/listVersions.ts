import { GetFunctionCommand, type LambdaClient, paginateListVersionsByFunction } from "@aws-sdk/client-lambda";
import type { ImageVersion } from "./chooseVersion.ts";

/** All published versions of a function, with the digests of their images. */
export async function listVersions(lambda: LambdaClient, functionName: string): Promise<readonly ImageVersion[]> {
  const versions: string[] = [];
  for await (const { Versions = [] } of paginateListVersionsByFunction(
    { client: lambda },
    { FunctionName: functionName },
  ))
    versions.push(...Versions.map(({ Version = "" }) => Version).filter((version) => /^\d+$/.test(version)));
  const found: ImageVersion[] = [];
  for (const version of versions) {
    const { Code } = await lambda.send(new GetFunctionCommand({ FunctionName: functionName, Qualifier: version }));
    // The address that was given may be a tag; this one never is.
    found.push({ version, digest: (Code?.ResolvedImageUri ?? Code?.ImageUri ?? "").split("@")[1] ?? "" });
  }
  return found;
}
