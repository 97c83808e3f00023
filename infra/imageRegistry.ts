import * as ecr from "@pulumi/aws/ecr/index.js";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "./policies.ts";

/** What a stack decides about its registry. */
export interface ImageRegistryArgs {
  readonly accountId: pulumi.Input<string>;
  readonly region: pulumi.Input<string>;
  readonly production: boolean;
}

/** Private registry of the function's images. */
export class ImageRegistry extends pulumi.ComponentResource {
  public readonly repositoryUrl: pulumi.Output<string>;
  public readonly repositoryArn: pulumi.Output<string>;

  public constructor(name: string, args: ImageRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:ImageRegistry", name, {}, opts);
    const child = { parent: this };
    const repository = new ecr.Repository(
      name,
      {
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "AES256" }],
        forceDelete: !args.production,
      },
      { ...child, retainOnDelete: args.production },
    );
    new ecr.LifecyclePolicy(name, { repository: repository.name, policy: untaggedOnly() }, child);
    new ecr.RepositoryPolicy(name, { repository: repository.name, policy: lambdaMayPull(args) }, child);
    this.repositoryUrl = repository.repositoryUrl;
    this.repositoryArn = repository.arn;
    this.registerOutputs({ repositoryUrl: this.repositoryUrl, repositoryArn: this.repositoryArn });
  }
}

/**
 * Every image that was deployed has a tag, and no rule touches those: an old version that prod still runs, or that
 * somebody rolls back to, cannot vanish because newer ones were pushed.
 */
function untaggedOnly(): pulumi.Output<string> {
  const selection = { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 };
  const rule = { rulePriority: 1, description: "leftovers of builds", selection, action: { type: "expire" } };
  return pulumi.jsonStringify({ rules: [rule] });
}

/** Form: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions */
function lambdaMayPull({ accountId, region }: ImageRegistryArgs): pulumi.Output<string> {
  return policyDocument({
    Sid: "LambdaPulls",
    Effect: "Allow",
    Principal: { Service: "lambda.amazonaws.com" },
    Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    Condition: { ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:aws:lambda:${region}:${accountId}:function:*` } },
  });
}
