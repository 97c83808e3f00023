import * as apigatewayv2 from "@pulumi/aws/apigatewayv2/index.js";
import type * as pulumi from "@pulumi/pulumi";
import type { ApiConfig } from "./config/stackConfig.ts";

/** How a route checks who comes: a token of an OIDC issuer, a signature of IAM, or not at all. */
export function routeAuthorization(
  name: string,
  access: ApiConfig["access"],
  apiId: pulumi.Output<string>,
  parent: pulumi.Resource,
) {
  if (access.kind === "open-to-the-world") return { authorizationType: "NONE" };
  if (access.kind === "iam") return { authorizationType: "AWS_IAM" };
  const authorizer = new apigatewayv2.Authorizer(
    name,
    {
      apiId,
      authorizerType: "JWT",
      identitySources: ["$request.header.Authorization"],
      jwtConfiguration: { issuer: access.issuer, audiences: [...access.audiences] },
    },
    { parent },
  );
  return { authorizationType: "JWT", authorizerId: authorizer.id };
}
