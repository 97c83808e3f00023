import * as pulumi from "@pulumi/pulumi";
import { noticeTopic } from "../noticeTopic.ts";

/** Who is told of what becomes of a commit. */
export class Notices extends pulumi.ComponentResource {
  public readonly topicArn: pulumi.Output<string>;

  public constructor(
    name: string,
    { email, accountId }: { readonly email?: string; readonly accountId: pulumi.Input<string> },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("snaplabel:delivery:Notices", name, {}, opts);
    const senders = ["events.amazonaws.com"];
    const topic = noticeTopic(name, { senders, accountId, ...(email ? { email } : {}) }, this);
    this.topicArn = topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}
