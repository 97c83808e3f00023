import type * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import * as s3 from "@pulumi/aws/s3/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { PageSettings } from "../web/pageSettings.ts";
import { bucketPolicy } from "./bucketPolicy.ts";
import type { PageConfig } from "./config/stackConfig.ts";
import { contentType } from "./contentType.ts";
import { pageDistribution } from "./pageDistribution.ts";
import { privateBucket } from "./privateBucket.ts";

/** What the page is made of, and what stands behind it. */
export interface PageArgs {
  readonly settings: PageConfig;
  /** Path in the page → where the file lies, see setup/pageFiles.mjs and setup/bundlePage.mjs. */
  readonly files: Readonly<Record<string, pulumi.Input<string>>>;
  /** "https://…" of the API. */
  readonly apiUrl: pulumi.Output<string>;
  readonly imageBucketName: pulumi.Output<string>;
  readonly region: string;
}

/** The page and the API at one address: CloudFront in front of a private bucket and the gateway. */
export class Page extends pulumi.ComponentResource {
  public readonly url: pulumi.Output<string>;
  /** Where a name of one's own has to point. */
  public readonly domainTarget: pulumi.Output<string>;

  public constructor(name: string, args: PageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:Page", name, {}, opts);
    const { settings, apiUrl, imageBucketName, region } = args;
    // Everything in it is made from the sources again.
    const made = privateBucket(name, { keep: false }, this);
    putFiles(name, args, made.bucket, this);
    const distribution = pageDistribution(
      name,
      {
        ...{ bucket: made.bucket, apiUrl, settings },
        origins: imageBucketName.apply((bucket) => ({
          bucket: `https://${bucket}.s3.${region}.amazonaws.com`,
          login: settings.login ? [new URL(settings.login.issuer).origin, ...settings.loginOrigins] : [],
        })),
      },
      this,
    );
    bucketPolicy(name, made, [letIn(made.bucket, distribution)], this);
    this.domainTarget = distribution.domainName;
    this.url = pulumi.interpolate`https://${settings.domain?.name ?? distribution.domainName}`;
    this.registerOutputs({ url: this.url });
  }
}

function putFiles(name: string, { files, settings }: PageArgs, bucket: s3.Bucket, parent: pulumi.Resource): void {
  const put = (key: string, file: Pick<s3.BucketObjectv2Args, "source" | "content">) =>
    new s3.BucketObjectv2(
      `${name}-${key}`,
      // Names stay the same: a browser asks each time whether a file has changed.
      { bucket: bucket.id, key, contentType: contentType(key), cacheControl: "no-cache", ...file },
      { parent },
    );
  for (const [key, path] of Object.entries(files))
    put(key, { source: pulumi.output(path).apply((file) => new pulumi.asset.FileAsset(file)) });
  const told: PageSettings = settings.login ? { login: settings.login } : {};
  put("settings.json", { content: JSON.stringify(told) });
}

/** Form: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html */
function letIn(bucket: s3.Bucket, distribution: cloudfront.Distribution) {
  return {
    Sid: "CloudFrontReads",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: pulumi.interpolate`${bucket.arn}/*`,
    Condition: { StringEquals: { "AWS:SourceArn": distribution.arn } },
  } as const;
}
