import { statements } from "../statements.mjs";

/** Every bucket has a block of public access; only a policy with the Sid "PublicRead" opens it, for reading. */
export const privateBuckets = {
  name: "private-buckets",
  description: "Buckets are closed to the public, but for a prefix that is public by name.",
  enforcementLevel: "mandatory",
  validateStack: ({ resources }, report) => {
    const blocks = resources.filter(({ type }) => type === "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    const policies = resources.filter(({ type }) => type === "aws:s3/bucketPolicy:BucketPolicy");
    for (const bucket of resources.filter(({ type }) => type === "aws:s3/bucket:Bucket")) {
      const block = blocks.find(({ name }) => name === bucket.name)?.props;
      if (!block?.blockPublicAcls || !block.ignorePublicAcls)
        report(`${bucket.name}: expected a BucketPublicAccessBlock of this name that blocks ACLs; add it`, bucket.urn);
      const policy = policies.find(({ name }) => name === bucket.name)?.props.policy;
      const open = statements(policy).filter(({ Effect, Principal }) => Effect === "Allow" && Principal === "*");
      for (const { Sid, Action } of open)
        if (Sid !== "PublicRead" || Action.some((action) => action !== "s3:GetObject"))
          report(`${bucket.name}: expected nothing public but reading by "PublicRead", got "${Sid}"`, bucket.urn);
      if (open.length === 0 && block && !(block.blockPublicPolicy && block.restrictPublicBuckets))
        report(`${bucket.name}: expected all four doors closed, as no prefix is public`, bucket.urn);
    }
  },
};
