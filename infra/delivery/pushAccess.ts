import * as iam from "@pulumi/aws/iam/index.js";
import * as pulumi from "@pulumi/pulumi";
import { attachPolicy } from "../attachPolicy.ts";
import type { DevelopersConfig } from "../config/stackConfig.ts";
import { policyDocument, type Statement } from "../policies.ts";

/** Who pushes, and what belongs to the delivery. */
export interface PushAccessArgs {
  readonly developers: DevelopersConfig;
  /** Undefined where another host keeps the repository. */
  readonly repositoryArn: pulumi.Output<string> | undefined;
  readonly pipelineArn: pulumi.Input<string>;
  readonly projectArns: readonly pulumi.Input<string>[];
  readonly logGroupArns: readonly pulumi.Input<string>[];
}

/** The policy of people who push code and watch what becomes of it: they deploy nothing themselves, and approve nothing. */
export class PushAccess extends pulumi.ComponentResource {
  public readonly policyArn: pulumi.Output<string>;

  public constructor(name: string, args: PushAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:delivery:PushAccess", name, {}, opts);
    const policy = new iam.Policy(name, { policy: permissions(args) }, { parent: this });
    attachPolicy(name, policy.arn, args.developers, this);
    this.policyArn = policy.arn;
    this.registerOutputs({ policyArn: this.policyArn });
  }
}

/** Actions of git itself: https://docs.aws.amazon.com/codecommit/latest/userguide/auth-and-access-control-permissions-reference.html */
function permissions({ repositoryArn, pipelineArn, projectArns, logGroupArns }: PushAccessArgs): pulumi.Output<string> {
  const push: readonly Statement[] = repositoryArn
    ? [
        {
          Sid: "Push",
          Effect: "Allow",
          Action: ["codecommit:GitPull", "codecommit:GitPush", "codecommit:GetRepository", "codecommit:GetBranch"],
          Resource: repositoryArn,
        },
      ]
    : [];
  return policyDocument(
    ...push,
    {
      Sid: "WatchPipeline",
      Effect: "Allow",
      Action: [
        ...["codepipeline:GetPipeline", "codepipeline:GetPipelineState", "codepipeline:GetPipelineExecution"],
        ...["codepipeline:ListPipelineExecutions", "codepipeline:ListActionExecutions"],
      ],
      Resource: pipelineArn,
    },
    {
      Sid: "WatchBuilds",
      Effect: "Allow",
      Action: ["codebuild:BatchGetBuilds", "codebuild:ListBuildsForProject"],
      Resource: projectArns,
    },
    {
      Sid: "ReadLogs",
      Effect: "Allow",
      Action: ["logs:FilterLogEvents", "logs:GetLogEvents", "logs:DescribeLogStreams"],
      Resource: logGroupArns.map((arn) => pulumi.interpolate`${arn}:*`),
    },
  );
}
