import type { Statement } from "../policies.ts";
import type { StateConfig } from "./deliveryConfig.ts";

/**
 * What Pulumi does in its state bucket, locks included: https://www.pulumi.com/docs/iac/concepts/state-and-backends/.
 * Nothing where Pulumi Cloud keeps the state.
 */
export function statePermissions(state: StateConfig): readonly Statement[] {
  if (state.kind === "pulumi-cloud") return [];
  const bucketArn = `arn:aws:s3:::${state.bucket}`;
  return [
    { Sid: "FindState", Effect: "Allow", Action: ["s3:ListBucket", "s3:GetBucketLocation"], Resource: bucketArn },
    {
      Sid: "KeepState",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
      Resource: `${bucketArn}/*`,
    },
    {
      Sid: "EncryptState",
      Effect: "Allow",
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
      Resource: state.keyArn,
    },
  ];
}
