import * as iam from "@pulumi/aws/iam/index.js";
import * as pulumi from "@pulumi/pulumi";
import { attachPolicy } from "./attachPolicy.ts";
import type { DevelopersConfig } from "./config/stackConfig.ts";
import { policyDocument } from "./policies.ts";

/** Who may look at the stack and try it, and what belongs to it. */
export interface DeveloperAccessArgs {
  readonly developers: DevelopersConfig;
  readonly bucketArn: pulumi.Input<string>;
  readonly uploadPrefix: string;
  readonly tableArn: pulumi.Input<string>;
  readonly logGroupArns: readonly pulumi.Input<string>[];
  readonly dashboardArn: pulumi.Input<string>;
}

/** The policy of people who upload images, read results, logs and dashboard; attached to existing names, never a key. */
export class DeveloperAccess extends pulumi.ComponentResource {
  public readonly policyArn: pulumi.Output<string>;

  public constructor(name: string, args: DeveloperAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:DeveloperAccess", name, {}, opts);
    const policy = new iam.Policy(name, { policy: permissions(args) }, { parent: this });
    attachPolicy(name, policy.arn, args.developers, this);
    this.policyArn = policy.arn;
    this.registerOutputs({ policyArn: this.policyArn });
  }
}

function permissions(args: DeveloperAccessArgs): pulumi.Output<string> {
  const { bucketArn, uploadPrefix, tableArn, logGroupArns, dashboardArn } = args;
  return policyDocument(
    {
      Sid: "Upload",
      Effect: "Allow",
      Action: ["s3:PutObject", "s3:GetObject", "s3:AbortMultipartUpload"],
      Resource: pulumi.interpolate`${bucketArn}/${uploadPrefix}*`,
    },
    {
      Sid: "ListUploads",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: bucketArn,
      Condition: { StringLike: { "s3:prefix": `${uploadPrefix}*` } },
    },
    {
      Sid: "ReadResults",
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:DescribeTable"],
      Resource: [tableArn, pulumi.interpolate`${tableArn}/index/*`],
    },
    {
      Sid: "ReadLogs",
      Effect: "Allow",
      Action: [
        ...["logs:FilterLogEvents", "logs:GetLogEvents", "logs:DescribeLogStreams"],
        ...["logs:StartQuery", "logs:GetQueryResults"],
      ],
      Resource: logGroupArns.map((arn) => pulumi.interpolate`${arn}:*`),
    },
    { Sid: "SeeDashboard", Effect: "Allow", Action: "cloudwatch:GetDashboard", Resource: dashboardArn },
    {
      Sid: "FindLogsAndFigures",
      Effect: "Allow",
      Action: [
        ...["logs:DescribeLogGroups", "logs:DescribeQueryDefinitions", "logs:StopQuery"],
        ...["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"],
      ],
      Resource: "*",
    },
  );
}
