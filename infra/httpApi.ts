import * as apigatewayv2 from "@pulumi/aws/apigatewayv2/index.js";
import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as lambda from "@pulumi/aws/lambda/index.js";
import * as pulumi from "@pulumi/pulumi";
import { routes } from "../api/routes.ts";
import { apiDomain } from "./apiDomain.ts";
import type { ApiFunction } from "./apiFunction.ts";
import type { ApiConfig } from "./config/stackConfig.ts";
import { routeAuthorization } from "./routeAuthorization.ts";

/** What stands behind the API, and who may come. */
export interface HttpApiArgs {
  readonly function: ApiFunction;
  readonly settings: ApiConfig;
  /** Origins whose pages may call; none: no CORS at all. */
  readonly corsOrigins: readonly string[];
  readonly logRetentionDays: number;
}

/** The HTTP API of API Gateway: one route for each of api/routes.ts, so that nothing else reaches the function. */
export class HttpApi extends pulumi.ComponentResource {
  public readonly url: pulumi.Output<string>;
  /** Where a name of one's own has to point; undefined without one. */
  public readonly domainTarget: pulumi.Output<string> | undefined;

  public constructor(name: string, args: HttpApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:HttpApi", name, {}, opts);
    const child = { parent: this };
    const { settings } = args;
    if (settings.access.kind === "open-to-the-world")
      pulumi.log.warn("apiAccess: everybody in the world may upload, read and delete images", this);
    const api = new apigatewayv2.Api(name, { protocolType: "HTTP", ...cors(args.corsOrigins) }, child);
    const integration = new apigatewayv2.Integration(
      name,
      {
        apiId: api.id,
        integrationType: "AWS_PROXY",
        integrationUri: args.function.invokeArn,
        payloadFormatVersion: "2.0",
      },
      child,
    );
    const authorization = routeAuthorization(name, settings.access, api.id, this);
    for (const { operation, method, path } of routes)
      new apigatewayv2.Route(
        `${name}-${operation}`,
        {
          apiId: api.id,
          routeKey: `${method.toUpperCase()} ${path}`,
          target: pulumi.interpolate`integrations/${integration.id}`,
          ...authorization,
        },
        child,
      );
    const logs = new cloudwatch.LogGroup(name, { retentionInDays: args.logRetentionDays }, child);
    const stage = new apigatewayv2.Stage(name, stageInputs(api.id, logs.arn, settings), child);
    new lambda.Permission(
      name,
      {
        action: "lambda:InvokeFunction",
        function: args.function.functionName,
        qualifier: args.function.aliasName,
        principal: "apigateway.amazonaws.com",
        sourceArn: pulumi.interpolate`${api.executionArn}/*/*`,
      },
      child,
    );
    this.domainTarget = settings.domain && apiDomain(name, settings.domain, api.id, stage.id, this);
    this.url = settings.domain ? pulumi.output(`https://${settings.domain.name}`) : api.apiEndpoint;
    this.registerOutputs({ url: this.url });
  }
}

function cors(origins: readonly string[]) {
  if (origins.length === 0) return {};
  return {
    corsConfiguration: {
      allowOrigins: [...origins],
      allowMethods: ["GET", "POST", "PUT", "DELETE"],
      allowHeaders: ["authorization", "content-type", "x-confirm"],
      maxAge: 600,
    },
  };
}

function stageInputs(apiId: pulumi.Output<string>, logArn: pulumi.Output<string>, settings: ApiConfig) {
  const fields = ["requestId", "httpMethod", "path", "routeKey", "status", "responseLatency", "error.message"];
  return {
    apiId,
    name: "$default",
    autoDeploy: true,
    defaultRouteSettings: {
      throttlingRateLimit: settings.requestsPerSecond,
      throttlingBurstLimit: settings.requestsPerSecond * 2,
    },
    accessLogSettings: {
      destinationArn: logArn,
      format: JSON.stringify(Object.fromEntries(fields.map((field) => [field, `$context.${field}`]))),
    },
  };
}
