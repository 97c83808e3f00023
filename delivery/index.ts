import "../infra/plainStackTraces.ts";
import type { Region } from "@pulumi/aws";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity.js";
import { Provider } from "@pulumi/aws/provider.js";
import * as pulumi from "@pulumi/pulumi";
import { stackKeys } from "../infra/config/stackKeys.ts";
import { Artifacts } from "../infra/delivery/artifacts.ts";
import { Boundaries } from "../infra/delivery/boundaries.ts";
import { BuildProjects } from "../infra/delivery/buildProjects.ts";
import { readDelivery } from "../infra/delivery/deliveryConfig.ts";
import { DeliveryPipeline } from "../infra/delivery/deliveryPipeline.ts";
import { Notices } from "../infra/delivery/notices.ts";
import { PipelineEvents } from "../infra/delivery/pipelineEvents.ts";
import { PushAccess } from "../infra/delivery/pushAccess.ts";
import { Source } from "../infra/delivery/source.ts";
import { ImageRegistry } from "../infra/imageRegistry.ts";

const config = readDelivery(stackKeys("snaplabel-delivery"));
const { region } = config;
/** Of the program that is delivered. */
const project = "snaplabel";
const name = `${project}-delivery`;
const tags = { project, stack: pulumi.getStack(), owner: config.owner, cost: name };
const provider = new Provider(name, { region: region as Region, defaultTags: { tags } });
const options = { provider };
const { accountId } = getCallerIdentityOutput({}, options);

const source = new Source(name, config.source, options);
const registry = new ImageRegistry(name, { accountId, region, production: true }, options);
const artifacts = new Artifacts(`${name}-artifacts`, options);
const notices = new Notices(name, { accountId, ...(config.email ? { email: config.email } : {}) }, options);
const { deliveryArn: boundaryArn, runtimeArn: runtimeBoundaryArn } = new Boundaries(
  `${name}-boundary`,
  { project, region, accountId },
  options,
);
const projects = new BuildProjects(
  name,
  { config, registry, project, region, accountId, artifactsArn: artifacts.bucket.arn, boundaryArn, runtimeBoundaryArn },
  options,
);
const { check, image, deployDev, previewProd, deployProd } = projects;
const pipeline = new DeliveryPipeline(
  name,
  {
    ...{ source, check, image, deployDev, previewProd, deployProd, artifacts },
    ...{ topicArn: notices.topicArn, region, accountId, boundaryArn },
  },
  options,
);
new PipelineEvents(name, { pipeline, source, topicArn: notices.topicArn, accountId, boundaryArn }, options);
const all = [check, image, deployDev, previewProd, deployProd];
if (config.developers)
  new PushAccess(
    `${name}-developer`,
    {
      ...{ developers: config.developers, repositoryArn: source.repositoryArn, pipelineArn: pipeline.pipelineArn },
      projectArns: all.map(({ projectArn }) => projectArn),
      logGroupArns: all.map(({ logGroupArn }) => logGroupArn),
    },
    options,
  );

export const cloneUrl = source.cloneUrl;
export const repositoryUrl = registry.repositoryUrl;
export const pipelineUrl = pulumi.interpolate`https://${region}.console.aws.amazon.com/codesuite/codepipeline/pipelines/${pipeline.pipelineName}/view?region=${region}`;
export const permissionsBoundary = runtimeBoundaryArn;
