import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { type PageOrigins, pageHeaders } from "../web/pageHeaders.ts";

const yearSeconds = 31_536_000;

/** The headers of the files below a path, as CloudFront adds them; it wants some of them by names of their own. */
export function responseHeaders(
  name: string,
  path: string,
  origins: pulumi.Output<PageOrigins>,
  parent: pulumi.Resource,
): cloudfront.ResponseHeadersPolicy {
  const headers = origins.apply((given) => pageHeaders(path, given));
  return new cloudfront.ResponseHeadersPolicy(
    name,
    {
      securityHeadersConfig: {
        contentSecurityPolicy: {
          contentSecurityPolicy: headers.apply((all) => all["content-security-policy"]!),
          override: true,
        },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: headers.apply((all) => all["referrer-policy"]!), override: true },
        strictTransportSecurity: { accessControlMaxAgeSec: yearSeconds, includeSubdomains: true, override: true },
      },
      customHeadersConfig: {
        items: headers.apply((all) =>
          Object.entries(all)
            .filter(([header]) => !namedByCloudFront.has(header))
            .map(([header, value]) => ({ header, value, override: true })),
        ),
      },
    },
    { parent },
  );
}

const namedByCloudFront = new Set(["content-security-policy", "referrer-policy", "x-content-type-options"]);
