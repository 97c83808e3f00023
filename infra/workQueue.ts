import * as sqs from "@pulumi/aws/sqs/index.js";
import * as pulumi from "@pulumi/pulumi";
import { denyPlainHttp, policyDocument } from "./policies.ts";

/** AWS advises six times the function's timeout: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const visibilityPerTimeout = 6;
/** The longest that SQS allows, so that nobody has to hurry after a failure. */
const deadLetterRetentionSeconds = 14 * 24 * 3600;

/** What the queue has to know of the function behind it. */
export interface WorkQueueArgs {
  readonly functionTimeoutSeconds: number;
  /** Attempts before a message goes to the dead-letter queue. */
  readonly maxReceiveCount: number;
}

/** Keeps events until a function has dealt with them; what fails again and again is set aside. */
export class WorkQueue extends pulumi.ComponentResource {
  public readonly queueUrl: pulumi.Output<string>;
  public readonly queueArn: pulumi.Output<string>;
  public readonly queueName: pulumi.Output<string>;
  public readonly deadLetterArn: pulumi.Output<string>;
  public readonly deadLetterName: pulumi.Output<string>;

  public constructor(name: string, args: WorkQueueArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:WorkQueue", name, {}, opts);
    const child = { parent: this };
    const deadLetters = new sqs.Queue(
      `${name}-dead`,
      { messageRetentionSeconds: deadLetterRetentionSeconds, sqsManagedSseEnabled: true },
      child,
    );
    const queue = new sqs.Queue(
      name,
      {
        visibilityTimeoutSeconds: args.functionTimeoutSeconds * visibilityPerTimeout,
        sqsManagedSseEnabled: true,
        redrivePolicy: pulumi.jsonStringify({
          deadLetterTargetArn: deadLetters.arn,
          maxReceiveCount: args.maxReceiveCount,
        }),
      },
      child,
    );
    new sqs.RedriveAllowPolicy(
      `${name}-dead`,
      {
        queueUrl: deadLetters.url,
        redriveAllowPolicy: pulumi.jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [queue.arn] }),
      },
      child,
    );
    new sqs.QueuePolicy(
      `${name}-dead`,
      { queueUrl: deadLetters.url, policy: policyDocument(denyPlainHttp("sqs:SendMessage", deadLetters.arn)) },
      child,
    );
    this.queueUrl = queue.url;
    this.queueArn = queue.arn;
    this.queueName = queue.name;
    this.deadLetterArn = deadLetters.arn;
    this.deadLetterName = deadLetters.name;
    this.registerOutputs({ queueUrl: this.queueUrl, queueArn: this.queueArn, deadLetterArn: this.deadLetterArn });
  }
}
