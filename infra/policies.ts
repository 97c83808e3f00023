import * as pulumi from "@pulumi/pulumi";

/** One statement of an IAM policy; every value may come from a resource. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | { readonly Service: string | readonly string[] };
  /** Either these actions, or all but some: the latter only where a policy grants nothing, as a boundary. */
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  /** Missing in a policy of the resource itself. */
  readonly Resource?: pulumi.Input<string> | readonly pulumi.Input<string>[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, pulumi.Input<string> | readonly string[]>>>>;
}

/**
 * Writes statements as a policy document.
 * Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function policyDocument(...statements: readonly Statement[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements as pulumi.Input<unknown>[] });
}

/**
 * Lets a service of AWS take a role.
 * @param accountId - of the stack; a service that works for many accounts must not be talked into it by another one.
 */
export function trustPolicy(service: string, accountId?: pulumi.Input<string>): pulumi.Output<string> {
  const Condition = accountId ? { Condition: { StringEquals: { "aws:SourceAccount": accountId } } } : {};
  return policyDocument({ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole", ...Condition });
}

/** Lets a function or a build write its own log. */
export function writeLogs(logGroupArn: pulumi.Input<string>): Statement {
  return {
    Sid: "WriteLogs",
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: pulumi.interpolate`${logGroupArn}:*`,
  };
}

/** Lets a function send its traces: X-Ray's two actions know no resources. */
export const sendTraces: Statement = {
  Sid: "Trace",
  Effect: "Allow",
  Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
  Resource: "*",
};

/** Refuses requests that are not encrypted on their way. */
export function denyPlainHttp(action: string, ...resources: readonly pulumi.Input<string>[]): Statement {
  return {
    Sid: "DenyPlainHttp",
    Effect: "Deny",
    Principal: "*",
    Action: action,
    Resource: resources,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
