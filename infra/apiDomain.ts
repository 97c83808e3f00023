import * as apigatewayv2 from "@pulumi/aws/apigatewayv2/index.js";
import type * as pulumi from "@pulumi/pulumi";
import type { ApiConfig } from "./config/stackConfig.ts";

/**
 * Gives an API a name of one's own.
 * @returns where that name has to point: a CNAME, or an alias, made where the name is kept.
 */
export function apiDomain(
  name: string,
  domain: NonNullable<ApiConfig["domain"]>,
  apiId: pulumi.Output<string>,
  stage: pulumi.Output<string>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const { certificateArn } = domain;
  const domainNameConfiguration = { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" };
  const own = new apigatewayv2.DomainName(name, { domainName: domain.name, domainNameConfiguration }, { parent });
  new apigatewayv2.ApiMapping(name, { apiId, stage, domainName: own.id }, { parent });
  return own.domainNameConfiguration.targetDomainName;
}
