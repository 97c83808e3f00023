import * as sns from "@pulumi/aws/sns/index.js";
import * as pulumi from "@pulumi/pulumi";
import { denyPlainHttp, policyDocument } from "../policies.ts";

/** Who is told of what becomes of a commit. */
export class Notices extends pulumi.ComponentResource {
  public readonly topicArn: pulumi.Output<string>;

  public constructor(
    name: string,
    { email, accountId }: { readonly email?: string; readonly accountId: pulumi.Input<string> },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("snaplabel:delivery:Notices", name, {}, opts);
    const child = { parent: this };
    const topic = new sns.Topic(name, {}, child);
    const policy = policyDocument(denyPlainHttp("sns:Publish", topic.arn), {
      Sid: "EventsOfTheAccount",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Resource: topic.arn,
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    });
    new sns.TopicPolicy(name, { arn: topic.arn, policy }, child);
    if (email) new sns.TopicSubscription(name, { topic: topic.arn, protocol: "email", endpoint: email }, child);
    this.topicArn = topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}
