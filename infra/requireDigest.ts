import * as pulumi from "@pulumi/pulumi";

/**
 * Lets only images by digest through.
 * @throws {pulumi.ResourceError} on `owner` for anything else: a tag can move after its image was tested.
 */
export function requireDigest(imageUri: string, owner: pulumi.Resource): string {
  if (/@sha256:[0-9a-f]{64}$/.test(imageUri)) return imageUri;
  throw new pulumi.ResourceError(
    `imageUri: expected "<repository>@sha256:<64 hex digits>", got "${imageUri}"; pass the digest: a tag can move ` +
      "after its image was tested",
    owner,
    true,
  );
}
