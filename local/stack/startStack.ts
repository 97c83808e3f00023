import { resolve } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { S3Event } from "aws-lambda";
import type { Classifier } from "../../handler/classifyImage.ts";
import { createHandler, type Reporter } from "../../handler/createHandler.ts";
import type { Pipeline } from "../../handler/pipeline.ts";
import type { Handled } from "../../handler/storeOutcome.ts";
import type { LoginSettings } from "../../web/pageSettings.ts";
import type { WebhookTargets } from "../../webhook/webhook.ts";
import { ensureTable } from "./ensureTable.ts";
import { EventQueue } from "./eventQueue.ts";
import { findUnclassified } from "./findUnclassified.ts";
import { localCredentials } from "./localCredentials.ts";
import { lockFolder } from "./lockFolder.ts";
import { openApi } from "./openApi.ts";
import { openDynamoDb } from "./openDynamoDb.ts";
import { openDynamoDbLocal } from "./openDynamoDbLocal.ts";
import { openS3 } from "./openS3.ts";
import { sendWebhooks } from "./sendWebhooks.ts";
import { toS3Event } from "./toS3Event.ts";

/** What a local stack decides for itself. */
export interface StackOptions {
  /** Folder of all state: objects, table, lock. */
  readonly folder: string;
  readonly openClassifier: () => Promise<Classifier>;
  /** 0 for any free port. */
  readonly s3Port: number;
  /** 0 for any free port. */
  readonly dynamoDbPort: number;
  /** 0 for any free port. */
  readonly apiPort: number;
  /** dynalite, or AWS's DynamoDB Local under Java. */
  readonly dynamoDb: "dynalite" | "java";
  /** Folder of the page that is served with the API, see setup/buildPage.mjs. */
  readonly page?: string;
  /** Who may use the API and the page; everybody at this computer when missing. */
  readonly login?: LoginSettings;
  /** Where webhooks may go; to public addresses when missing. */
  readonly webhooks?: WebhookTargets;
  /** How long a request may take to arrive whole. */
  readonly requestSeconds?: number;
  readonly report: Reporter;
}

/** A running stack: the handler of the cloud, between an embedded S3 and an embedded DynamoDB. */
export interface LocalStack {
  readonly apiEndpoint: string;
  readonly s3Endpoint: string;
  readonly dynamoDbEndpoint: string;
  readonly bucket: string;
  readonly tableName: string;
  readonly pipeline: Pipeline;
  /** Resolves once all events so far are handled. */
  readonly idle: () => Promise<void>;
  /** Finishes the picture at hand, closes both services and gives the folder back. */
  readonly close: () => Promise<void>;
}

const bucket = "images";
const tableName = "results";

/**
 * Starts the stack.
 * @throws {FolderInUseError} when another instance uses the folder.
 * @throws {PortError} when a port is taken; what had started by then is closed again.
 */
export async function startStack(options: StackOptions): Promise<LocalStack> {
  const folder = resolve(options.folder);
  const opened = new AsyncStack();
  try {
    opened.defer(await lockFolder(folder));
    const queue = new EventQueue<S3Event>(options.report);
    const table = await (options.dynamoDb === "java" ? openDynamoDbLocal : openDynamoDb)(folder, options.dynamoDbPort);
    opened.defer(table.close);
    opened.defer(() => queue.stop());
    const s3Server = await openS3({ folder, port: options.s3Port, bucket, onEvent: (event) => queue.push(event) });
    opened.defer(s3Server.close);
    const pipeline = await openPipeline(options, s3Server.endpoint, table.endpoint);
    for (const event of await findUnclassified(pipeline, bucket)) queue.push(toS3Event(event));
    const { apiPort: port, report, page, login, webhooks = "public", requestSeconds } = options;
    const closing = new AbortController();
    opened.defer(async () => closing.abort());
    const notify = sendWebhooks({ pipeline, targets: webhooks, report, closing: closing.signal });
    const result = (handled: Handled) => {
      report.result(handled);
      void notify(handled);
    };
    queue.start(createHandler(pipeline, { ...report, result }));
    const api = await openApi({
      ...{ pipeline, bucket, s3Endpoint: s3Server.endpoint, port, report, webhooks },
      ...(page ? { page } : {}),
      ...(login ? { login } : {}),
      ...(requestSeconds ? { requestSeconds } : {}),
    });
    opened.defer(api.close);
    return {
      apiEndpoint: api.endpoint,
      s3Endpoint: s3Server.endpoint,
      dynamoDbEndpoint: table.endpoint,
      bucket,
      tableName,
      pipeline,
      idle: () => queue.idle(),
      close: () => opened.close(),
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openPipeline(options: StackOptions, s3Endpoint: string, dynamoDbEndpoint: string): Promise<Pipeline> {
  const client = { region: "us-east-1", credentials: localCredentials };
  const dynamoDb = new DynamoDBClient({ ...client, endpoint: dynamoDbEndpoint });
  const [classifier] = await Promise.all([options.openClassifier(), ensureTable(dynamoDb, tableName)]);
  return {
    classifier,
    s3: new S3Client({ ...client, endpoint: s3Endpoint, forcePathStyle: true }),
    documents: DynamoDBDocumentClient.from(dynamoDb),
    tableName,
    now: () => new Date(),
  };
}

/** What was opened, to be closed in the opposite order. */
class AsyncStack {
  readonly #closers: (() => Promise<void>)[] = [];

  public defer(close: () => Promise<void>): void {
    this.#closers.push(close);
  }

  public async close(): Promise<void> {
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) await close();
  }
}
