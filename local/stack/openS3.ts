import { createServer } from "node:http";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import type { S3Event } from "aws-lambda";
import { closeServer } from "./closeServer.ts";
import { listen } from "./listen.ts";
import { toS3Event } from "./toS3Event.ts";

/** A service of the stack. */
export interface EmbeddedService {
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/** Where the embedded S3 listens, keeps its objects, and whom it tells of them. */
export interface EmbeddedS3Options {
  readonly folder: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly bucket: string;
  readonly onEvent: (event: S3Event) => void;
}

/** CORS: the page is served from another port, which may be any. */
const pagesOfThisComputer = `<CORSConfiguration>${["http://127.0.0.1:*", "http://localhost:*"]
  .map(
    (origin) =>
      `<CORSRule><AllowedOrigin>${origin}</AllowedOrigin><AllowedMethod>GET</AllowedMethod>` +
      "<AllowedMethod>POST</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule>",
  )
  .join("")}</CORSConfiguration>`;

/** Starts an S3 with one bucket, which notifies; its notifications have the form that AWS documents. */
export async function openS3({ folder, port, bucket, onEvent }: EmbeddedS3Options): Promise<EmbeddedService> {
  const app = new S3rver({
    directory: join(folder, "s3"),
    silent: true,
    configureBuckets: [{ name: bucket, configs: [pagesOfThisComputer] }],
    // s3rver 4.0.4 computes another signature than AWS for a list request with parameters.
    allowMismatchedSignatures: true,
    vhostBuckets: false,
  });
  app.on("event", (event) => {
    if (event.Records.every((record) => record.s3.bucket.name === bucket)) onEvent(toS3Event(event));
  });
  await app.configureBuckets();
  const server = createServer(app.callback());
  return { endpoint: await listen(server, port, "--s3-port"), close: () => closeServer(server) };
}
