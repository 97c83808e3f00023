import { statements } from "../statements.mjs";

/** Which policy belongs to which resource: they bear the same name. */
const policies = {
  "aws:s3/bucket:Bucket": "aws:s3/bucketPolicy:BucketPolicy",
  "aws:sns/topic:Topic": "aws:sns/topicPolicy:TopicPolicy",
};

export const transportEncrypted = {
  name: "transport-encrypted",
  description: "Buckets and topics refuse requests without TLS.",
  enforcementLevel: "mandatory",
  validateStack: ({ resources }, report) => {
    for (const { type, name, urn } of resources) {
      if (!policies[type]) continue;
      const policy = resources.find((one) => one.type === policies[type] && one.name === name)?.props.policy;
      // Unknown in a preview: the update itself decides.
      if (policy !== undefined && typeof policy !== "string") continue;
      const denies = statements(policy).some(
        ({ Effect, Condition }) => Effect === "Deny" && Condition?.Bool?.["aws:SecureTransport"] === "false",
      );
      if (!denies) report(`${name}: expected a policy that denies aws:SecureTransport "false"; add it`, urn);
    }
  },
};
