import * as sns from "@pulumi/aws/sns/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { denyPlainHttp, policyDocument } from "./policies.ts";

/** Who may send notices, and who reads them. */
export interface NoticeTopicArgs {
  /** Services like "cloudwatch.amazonaws.com". */
  readonly senders: readonly string[];
  readonly accountId: pulumi.Input<string>;
  readonly email?: string;
}

/**
 * A topic to which services send for this account. It is not encrypted by the key of SNS itself: alarms may not use
 * that one, and a key of our own costs a dollar a month.
 */
export function noticeTopic(
  name: string,
  { senders, accountId, email }: NoticeTopicArgs,
  parent: pulumi.Resource,
): sns.Topic {
  const child = { parent };
  const topic = new sns.Topic(name, {}, child);
  const policy = policyDocument(denyPlainHttp("sns:Publish", topic.arn), {
    Sid: "NoticesOfTheAccount",
    Effect: "Allow",
    Principal: { Service: senders },
    Action: "sns:Publish",
    Resource: topic.arn,
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  });
  new sns.TopicPolicy(name, { arn: topic.arn, policy }, child);
  if (email) new sns.TopicSubscription(name, { topic: topic.arn, protocol: "email", endpoint: email }, child);
  return topic;
}
