import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import type * as s3 from "@pulumi/aws/s3/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { routes } from "../api/routes.ts";
import { modelFolder, type PageOrigins } from "../web/pageHeaders.ts";
import type { PageConfig } from "./config/stackConfig.ts";
import { responseHeaders } from "./responseHeaders.ts";

/** Managed by AWS: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
const allViewerExceptHost = "b689b0a8-53d0-40ab-baf2-38738e2966ac";

/** What the distribution stands in front of. */
export interface PageDistributionArgs {
  readonly bucket: s3.Bucket;
  readonly apiUrl: pulumi.Output<string>;
  readonly origins: pulumi.Output<PageOrigins>;
  readonly settings: PageConfig;
}

/** One address for the page's files and the API behind them; the API's answers are never kept. */
export function pageDistribution(
  name: string,
  { bucket, apiUrl, origins, settings }: PageDistributionArgs,
  parent: pulumi.Resource,
): cloudfront.Distribution {
  const child = { parent };
  const access = new cloudfront.OriginAccessControl(
    name,
    { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
    child,
  );
  const [ofPage, ofModel] = [
    responseHeaders(name, "/", origins, parent),
    responseHeaders(`${name}-model`, modelFolder, origins, parent),
  ];
  const files = {
    ...{ targetOriginId: "files", viewerProtocolPolicy: "redirect-to-https", compress: true },
    ...{ allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"], cachePolicyId: cachingOptimized },
  };
  const api = {
    ...{ targetOriginId: "api", viewerProtocolPolicy: "https-only", compress: true },
    allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
    ...{ cachedMethods: ["GET", "HEAD"], cachePolicyId: cachingDisabled, originRequestPolicyId: allViewerExceptHost },
  };
  return new cloudfront.Distribution(
    name,
    {
      enabled: true,
      comment: name,
      defaultRootObject: "index.html",
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      priceClass: "PriceClass_100",
      origins: [
        { originId: "files", domainName: bucket.bucketRegionalDomainName, originAccessControlId: access.id },
        {
          originId: "api",
          domainName: apiUrl.apply((url) => new URL(url).hostname),
          customOriginConfig: {
            ...{ httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] },
          },
        },
      ],
      defaultCacheBehavior: { ...files, responseHeadersPolicyId: ofPage.id },
      orderedCacheBehaviors: [
        { ...files, pathPattern: `${modelFolder}*`, responseHeadersPolicyId: ofModel.id },
        ...apiPaths().map((pathPattern) => ({ ...api, pathPattern })),
      ],
      restrictions: { geoRestriction: { restrictionType: "none" } },
      ...certificate(settings),
    },
    child,
  );
}

/** The API's paths with a star for each parameter: each is a behaviour of its own. */
function apiPaths(): readonly string[] {
  return [...new Set(routes.map(({ path }) => path.replaceAll(/\{\w+\}/g, "*")))];
}

function certificate({ domain }: PageConfig) {
  if (!domain) return { viewerCertificate: { cloudfrontDefaultCertificate: true } };
  const tls = { sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" };
  return { aliases: [domain.name], viewerCertificate: { acmCertificateArn: domain.certificateArn, ...tls } };
}
