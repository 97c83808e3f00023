import "./infra/plainStackTraces.ts";
import * as pulumi from "@pulumi/pulumi";
import { ApiFunction } from "./infra/apiFunction.ts";
import { DeveloperAccess } from "./infra/developerAccess.ts";
import { FunctionImage } from "./infra/functionImage.ts";
import { HttpApi } from "./infra/httpApi.ts";
import { ImageBucket } from "./infra/imageBucket.ts";
import { InferenceFunction } from "./infra/inferenceFunction.ts";
import { Observability } from "./infra/observability.ts";
import { openStack } from "./infra/openStack.ts";
import { Page } from "./infra/page.ts";
import { ResultsTable } from "./infra/resultsTable.ts";
import { TrafficShift } from "./infra/trafficShift.ts";
import { UploadOrigins } from "./infra/uploadOrigins.ts";
import { Webhooks } from "./infra/webhooks.ts";
import { WorkQueue } from "./infra/workQueue.ts";
import { bundlePage } from "./setup/bundlePage.mjs";
import { pageFiles } from "./setup/pageFiles.mjs";

const { config, name, accountId, options } = openStack();
const { production, region, uploads, watch, traffic } = config;
const roles = config.boundaryArn ? { boundaryArn: config.boundaryArn } : {};

const image = new FunctionImage(name, { image: config.image, context: ".", accountId, region, production }, options);
const table = new ResultsTable(
  `${name}-results`,
  { production, stream: config.resultsStream || config.webhooks },
  options,
);
const queue = new WorkQueue(
  `${name}-uploads`,
  { functionTimeoutSeconds: config.function.timeoutSeconds, maxReceiveCount: config.function.maxReceiveCount },
  options,
);
const bucket = new ImageBucket(`${name}-images`, { uploads, queue, accountId, production }, options);
const classifier = new InferenceFunction(
  `${name}-classify`,
  {
    ...{ imageUri: image.imageUri, architecture: config.image.architecture, settings: config.function },
    ...{ service: name, bucket, table, queue, logRetentionDays: watch.logRetentionDays, ...config.results },
    ...{ shifted: traffic !== undefined, ...roles },
  },
  options,
);
const apiFunction = new ApiFunction(
  `${name}-api`,
  {
    ...{ imageUri: image.imageUri, architecture: config.image.architecture, settings: config.function },
    ...{ bucket, table, uploads, isolateOwners: config.api.isolateOwners },
    webhooks: config.webhooks,
    ...{ logRetentionDays: watch.logRetentionDays, shifted: traffic !== undefined, ...roles },
  },
  options,
);
const api = new HttpApi(
  `${name}-http`,
  {
    ...{ function: apiFunction, settings: config.api, corsOrigins: uploads.corsOrigins },
    logRetentionDays: watch.logRetentionDays,
  },
  options,
);
const page = config.page
  ? new Page(
      `${name}-page`,
      {
        ...{ settings: config.page, files: { ...pageFiles(), ...bundlePage() } },
        ...{ apiUrl: api.url, imageBucketName: bucket.bucketName, region },
      },
      options,
    )
  : undefined;
new UploadOrigins(
  `${name}-images`,
  { bucket, origins: page ? [...uploads.corsOrigins, page.url] : uploads.corsOrigins },
  options,
);
const webhooks = config.webhooks
  ? new Webhooks(
      `${name}-webhooks`,
      {
        ...{ imageUri: image.imageUri, architecture: config.image.architecture, table, accountId },
        ...{ logRetentionDays: watch.logRetentionDays, ...roles },
      },
      options,
    )
  : undefined;
const observability = new Observability(
  name,
  {
    ...{ functionName: classifier.functionName, apiFunctionName: apiFunction.functionName },
    ...{ functionTimeoutSeconds: config.function.timeoutSeconds, ...(webhooks ? { webhooks } : {}) },
    ...{ queueName: queue.queueName, deadLetterName: queue.deadLetterName, logGroupName: classifier.logGroupName },
    ...{ watch, accountId, region, service: name },
  },
  options,
);
const shift = traffic
  ? new TrafficShift(
      `${name}-traffic`,
      {
        ...{ settings: traffic, classifier, api: apiFunction, architecture: config.image.architecture },
        alarms: { classify: [observability.alarmNames["errors"]!], api: [observability.alarmNames["api-errors"]!] },
        ...{ region, accountId, logRetentionDays: watch.logRetentionDays, ...roles },
      },
      options,
    )
  : undefined;
if (config.developers)
  new DeveloperAccess(
    `${name}-developer`,
    {
      ...{ developers: config.developers, uploadPrefix: uploads.prefix, bucketArn: bucket.bucketArn },
      ...{ tableArn: table.tableArn, dashboardArn: observability.dashboardArn },
      logGroupArns: [classifier, apiFunction, ...(webhooks ? [webhooks] : [])].map(({ logGroupArn }) => logGroupArn),
    },
    options,
  );

export const imageUri = image.imageUri;
export const bucketName = bucket.bucketName;
export const uploadPrefix = uploads.prefix;
export const queueUrl = queue.queueUrl;
export const tableName = table.tableName;
export const functionArn = classifier.functionArn;
/** For snaplabel rollback. */
export const functionNames = [classifier.functionName, apiFunction.functionName];
export const aliasArn = classifier.aliasArn;
export const apiUrl = api.url;
/** Where apiDomain has to point: a CNAME where that name is kept. */
export const apiDomainTarget = api.domainTarget;
export const shifts = shift?.shifts;
export const cloneUrl = config.deliveryStack
  ? new pulumi.StackReference(config.deliveryStack).getOutput("cloneUrl")
  : undefined;
export const pageUrl = page?.url;
/** Where pageDomain has to point. */
export const pageDomainTarget = page?.domainTarget;
export const topicArn = observability.topicArn;
export const dashboardUrl = observability.dashboardUrl;
export const upload = pulumi.interpolate`aws s3 cp photo.jpg s3://${bucketName}/${uploads.prefix}`;
