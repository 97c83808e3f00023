import * as pulumi from "@pulumi/pulumi";

const variable = "BUILDX_NO_DEFAULT_ATTESTATIONS";

/**
 * Makes sure that buildx, which awsx runs, will not attest what it builds: it would make an index of the image, which Lambda
 * refuses, but only once all of it is built and pushed.
 * @throws {pulumi.ResourceError} on `owner`, where the environment does not say so.
 */
export function requireNoAttestations(owner: pulumi.Resource, environment: NodeJS.ProcessEnv = process.env): void {
  const got = environment[variable];
  if (got === "1") return;
  throw new pulumi.ResourceError(
    `${variable}: expected 1 in the environment, got ${got ? `"${got}"` : "nothing"}; run pulumi with ${variable}=1, as ` +
      "Lambda takes no index of images",
    owner,
    true,
  );
}
