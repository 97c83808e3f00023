/** What says that a resource is encrypted, by type. */
const encrypted = {
  "aws:sqs/queue:Queue": ({ sqsManagedSseEnabled, kmsMasterKeyId }) => sqsManagedSseEnabled === true || kmsMasterKeyId,
  "aws:dynamodb/table:Table": ({ serverSideEncryption }) => serverSideEncryption?.enabled === true,
  "aws:ecr/repository:Repository": ({ encryptionConfigurations }) => encryptionConfigurations?.length > 0,
};

/** Topics carry alarms only and are left out, see infra/observability.ts. */
export const encryptedAtRest = {
  name: "encrypted-at-rest",
  description: "Queues, tables, registries and buckets are encrypted.",
  enforcementLevel: "mandatory",
  validateStack: ({ resources }, report) => {
    const configured = resources.filter(({ type }) => type.endsWith(":BucketServerSideEncryptionConfiguration"));
    for (const { type, name, props, urn } of resources) {
      const isEncrypted =
        type === "aws:s3/bucket:Bucket" ? () => configured.some((one) => one.name === name) : encrypted[type];
      const holds = !isEncrypted || isEncrypted(props);
      if (!holds) report(`${name}: expected ${type} to be encrypted; turn its encryption on`, urn);
    }
  },
};
