import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApi } from "../../api/createApi.ts";
import { maxClassifyBytes } from "../../api/settings.ts";
import type { Pipeline } from "../../handler/classifyObject.ts";
import type { Reporter } from "../../handler/createHandler.ts";
import { closeServer } from "./closeServer.ts";
import { listen } from "./listen.ts";
import type { EmbeddedService } from "./openS3.ts";

/** What the embedded API works with. */
export interface EmbeddedApiOptions {
  readonly pipeline: Pipeline;
  readonly bucket: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly report: Reporter;
}

/** Starts the very API of the cloud on this computer, for whoever sits at it: nobody logs in. */
export async function openApi({ pipeline, bucket, port, report }: EmbeddedApiOptions): Promise<EmbeddedService> {
  const api = createApi({
    dependencies: {
      s3: pipeline.s3,
      documents: pipeline.documents,
      tableName: pipeline.tableName,
      now: pipeline.now,
      bucket,
      uploadPrefix: "incoming/",
      maxUploadBytes: pipeline.classifier.limits.maxBytes,
      // The gateway's limit: what works here works there.
      maxClassifyBytes,
      isolateOwners: false,
      classifier: async () => pipeline.classifier,
    },
    caller: () => undefined,
    onError: (error) => report.retry(error, "api"),
  });
  const server = createServer(getRequestListener(api.fetch));
  return { endpoint: await listen(server, port, "--port"), close: () => closeServer(server) };
}
