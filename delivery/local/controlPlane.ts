import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { readTargets } from "../../hook/readTargets.ts";
import { liveAlias } from "../../infra/liveAlias.ts";
import { closeServer } from "../../local/stack/closeServer.ts";
import { listen } from "../../local/stack/listen.ts";
import type { EmbeddedService } from "../../local/stack/openS3.ts";

/** What stands behind the stand-in of AWS's control plane. */
export interface ControlPlaneOptions {
  /** Which version has the traffic of each function; changed as deployments go through. */
  readonly aliases: Map<string, string>;
  /** Runs a function: the container of this run, whatever its version. */
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  /** Runs the hook before traffic; it answers by PutLifecycleEventHookExecutionStatus. */
  readonly hook: (deploymentId: string, executionId: string) => Promise<void>;
}

interface Deployment {
  readonly content: string;
  status: "InProgress" | "Succeeded" | "Failed";
}

/** Of the requests to CodeDeploy, what is read of them. */
interface CodeDeployRequest {
  readonly revision: { readonly appSpecContent: { readonly content: string } };
  readonly deploymentId: string;
  readonly lifecycleEventHookExecutionId: string;
  readonly status: Deployment["status"];
}

/**
 * Stands for what the delivery asks of Lambda and CodeDeploy: aliases, invocations, deployments with a hook. The shapes are
 * those of https://docs.aws.amazon.com/lambda/latest/api and https://docs.aws.amazon.com/codedeploy/latest/APIReference.
 * Traffic goes over all at once: nobody sends any here.
 */
export async function openControlPlane({ aliases, invoke, hook }: ControlPlaneOptions): Promise<EmbeddedService> {
  const deployments = new Map<string, Deployment>();
  const app = new Hono();
  const path = "/2015-03-31/functions/:name";
  const told = (name: string) => ({ Name: liveAlias, FunctionVersion: aliases.get(name), RevisionId: "1" });
  app.get(`${path}/aliases/${liveAlias}`, ({ req, json }) => json(told(req.param("name"))));
  app.put(`${path}/aliases/${liveAlias}`, async ({ req, json }) => {
    const { FunctionVersion } = await req.json<{ FunctionVersion: string }>();
    aliases.set(req.param("name"), FunctionVersion);
    return json(told(req.param("name")));
  });
  app.post(`${path}/invocations`, async ({ req, json }) => {
    const answer = await invoke(req.param("name"), await req.json());
    const failed = typeof answer === "object" && answer !== null && "errorMessage" in answer;
    return json(answer as object, 200, failed ? { "x-amz-function-error": "Unhandled" } : {});
  });
  const codeDeploy: Readonly<Record<string, (body: CodeDeployRequest) => object>> = {
    CreateDeployment: (body) => {
      const deploymentId = `d-${String(deployments.size + 1).padStart(9, "0")}`;
      const { content } = body.revision.appSpecContent;
      deployments.set(deploymentId, { content, status: "InProgress" });
      void hook(deploymentId, `hook-of-${deploymentId}`).catch(() => settle(deploymentId, "Failed"));
      return { deploymentId };
    },
    GetDeployment: ({ deploymentId }) => {
      const { content, status } = deployments.get(deploymentId)!;
      const revision = { revisionType: "AppSpecContent", appSpecContent: { content } };
      const errorInformation =
        status === "Failed" ? { code: "HOOK_FAILED", message: "the hook before traffic said Failed" } : undefined;
      return { deploymentInfo: { deploymentId, status, revision, errorInformation } };
    },
    PutLifecycleEventHookExecutionStatus: ({ deploymentId, lifecycleEventHookExecutionId, status }) => {
      settle(deploymentId, status);
      return { lifecycleEventHookExecutionId };
    },
  };
  const settle = (deploymentId: string, status: Deployment["status"]) => {
    const deployment = deployments.get(deploymentId)!;
    deployment.status = status;
    if (status !== "Succeeded") return;
    for (const { functionName, version } of readTargets(deployment.content)) aliases.set(functionName, version);
  };
  app.post("/", async ({ req, body }) => {
    const operation = codeDeploy[req.header("x-amz-target")?.split(".").at(-1) ?? ""];
    const answer = operation?.(await req.json()) ?? { __type: "InvalidOperationException" };
    return body(JSON.stringify(answer), operation ? 200 : 400, { "content-type": "application/x-amz-json-1.1" });
  });
  const server = createServer(getRequestListener(app.fetch));
  return { endpoint: await listen(server, 0, "port"), close: () => closeServer(server) };
}
