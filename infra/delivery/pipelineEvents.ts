import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as pulumi from "@pulumi/pulumi";
import { serviceRole } from "../serviceRole.ts";
import type { DeliveryPipeline } from "./deliveryPipeline.ts";
import type { Source } from "./source.ts";

/** What starts the pipeline, and who hears when it fails. */
export interface PipelineEventsArgs {
  readonly pipeline: DeliveryPipeline;
  readonly source: Source;
  readonly topicArn: pulumi.Input<string>;
  readonly accountId: pulumi.Input<string>;
  readonly boundaryArn: pulumi.Input<string>;
}

/** Rules of EventBridge: a push starts the pipeline, a failure is told. */
export class PipelineEvents extends pulumi.ComponentResource {
  public constructor(name: string, args: PipelineEventsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:delivery:PipelineEvents", name, {}, opts);
    const child = { parent: this };
    const { pipeline, source, topicArn } = args;
    if (source.eventPattern) startByEvent(`${name}-source`, source.eventPattern, args, this);
    const failed = new cloudwatch.EventRule(`${name}-failed`, { eventPattern: failures(pipeline) }, child);
    new cloudwatch.EventTarget(
      `${name}-failed`,
      {
        rule: failed.name,
        arn: topicArn,
        inputTransformer: {
          inputPaths: { pipeline: "$.detail.pipeline", stage: "$.detail.stage", execution: "$.detail.execution-id" },
          inputTemplate: '"<pipeline> failed in stage <stage>; nothing behind it has changed. Execution <execution>."',
        },
      },
      child,
    );
    this.registerOutputs();
  }
}

/** Form: https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html */
function failures({ pipelineName }: DeliveryPipeline): pulumi.Output<string> {
  return pulumi.jsonStringify({
    source: ["aws.codepipeline"],
    "detail-type": ["CodePipeline Stage Execution State Change"],
    detail: { pipeline: [pipelineName], state: ["FAILED"] },
  });
}

function startByEvent(
  name: string,
  eventPattern: pulumi.Output<string>,
  { pipeline, accountId, boundaryArn }: PipelineEventsArgs,
  parent: pulumi.Resource,
): void {
  const child = { parent };
  const Resource = pipeline.pipelineArn;
  const start = { Sid: "Start", Effect: "Allow", Action: "codepipeline:StartPipelineExecution", Resource } as const;
  const { role } = serviceRole(
    name,
    { service: "events.amazonaws.com", accountId, boundaryArn, statements: [start] },
    parent,
  );
  const rule = new cloudwatch.EventRule(name, { eventPattern }, child);
  new cloudwatch.EventTarget(name, { rule: rule.name, arn: pipeline.pipelineArn, roleArn: role.arn }, child);
}
