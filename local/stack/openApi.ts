import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { createApi } from "../../api/createApi.ts";
import { maxClassifyBytes } from "../../api/settings.ts";
import { uploadEndings } from "../../api/uploadEndings.ts";
import type { Reporter } from "../../handler/createHandler.ts";
import type { Pipeline } from "../../handler/pipeline.ts";
import type { LoginSettings, PageSettings } from "../../web/pageSettings.ts";
import type { WebhookTargets } from "../../webhook/webhook.ts";
import { callerOf, checkToken } from "./checkToken.ts";
import { closeServer } from "./closeServer.ts";
import { listen } from "./listen.ts";
import type { EmbeddedService } from "./openS3.ts";
import { servePage } from "./servePage.ts";

/** What the embedded API works with. */
export interface EmbeddedApiOptions {
  readonly pipeline: Pipeline;
  readonly bucket: string;
  /** Where the embedded S3 listens. */
  readonly s3Endpoint: string;
  /** Folder of the page; without it only the API is served. */
  readonly page?: string;
  /** Who may come; without it whoever sits at this computer. */
  readonly login?: LoginSettings;
  /** 0 for any free port. */
  readonly port: number;
  readonly report: Reporter;
  readonly webhooks: WebhookTargets;
  /** How long a request may take to arrive whole; as long as the gateway waits when missing. */
  readonly requestSeconds?: number;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const gatewaySeconds = 30;

/** Starts the very API of the cloud on this computer, and the page in front of it. */
export async function openApi(options: EmbeddedApiOptions): Promise<EmbeddedService> {
  const { pipeline, bucket, report, login, webhooks } = options;
  const api = createApi({
    dependencies: {
      s3: pipeline.s3,
      documents: pipeline.documents,
      tableName: pipeline.tableName,
      now: pipeline.now,
      bucket,
      uploadPrefix: "incoming/",
      uploadEndings: uploadEndings(),
      maxUploadBytes: pipeline.classifier.limits.maxBytes,
      // The gateway's limit: what works here works there.
      maxClassifyBytes,
      isolateOwners: login !== undefined,
      webhooks,
      classifier: async () => pipeline.classifier,
    },
    ...(login ? { guard: checkToken(login) } : {}),
    caller: callerOf,
    onError: (error) => report.retry(error, "api"),
  });
  const requestTimeout = (options.requestSeconds ?? gatewaySeconds) * 1000;
  const timeouts = { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: 1000 };
  const server = createServer(timeouts, getRequestListener(withPage(api, options)));
  return { endpoint: await listen(server, options.port, "--port"), close: () => closeServer(server) };
}

/** The page's files where a path names one, else the API. */
function withPage(api: Hono, { page: folder, login, s3Endpoint }: EmbeddedApiOptions): Hono["fetch"] {
  if (!folder) return api.fetch;
  const settings: PageSettings = login ? { login } : {};
  const origins = { bucket: s3Endpoint, login: login ? [new URL(login.issuer).origin] : [] };
  const page = servePage({ folder, settings, origins });
  return (request, ...rest) => (page.has(new URL(request.url).pathname) ? page : api).fetch(request, ...rest);
}
