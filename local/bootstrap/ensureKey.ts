import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  type KMSClient,
  NotFoundException,
} from "@aws-sdk/client-kms";

/** The key of the state, and whether it was made just now. */
export interface EnsuredKey {
  readonly arn: string;
  readonly made: boolean;
}

/** Makes the key behind an alias, unless it is there. */
export async function ensureKey(kms: KMSClient, name: string): Promise<EnsuredKey> {
  const AliasName = `alias/${name}`;
  try {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: AliasName }));
    return { arn: KeyMetadata!.Arn!, made: false };
  } catch (error) {
    if (!(error instanceof NotFoundException)) throw error;
  }
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Description: `state of Pulumi, ${name}` }));
  const KeyId = KeyMetadata!.KeyId!;
  await kms.send(new EnableKeyRotationCommand({ KeyId }));
  await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: KeyId }));
  return { arn: KeyMetadata!.Arn!, made: true };
}
