import type { S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Classifier } from "../handler/classifyImage.ts";
import type { WebhookTargets } from "../webhook/webhook.ts";

/** What the operations work with; the edges differ between the cloud and a laptop, the operations do not. */
export interface Dependencies {
  readonly s3: S3Client;
  readonly documents: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly bucket: string;
  /** Where uploads go, ends in a slash. */
  readonly uploadPrefix: string;
  /** Media types that may be uploaded, and the ending that each one's objects get, see uploadEndings. */
  readonly uploadEndings: Readonly<Record<string, string>>;
  readonly maxUploadBytes: number;
  /** Most bytes of an image that POST /classify takes. */
  readonly maxClassifyBytes: number;
  /** Most bytes of an export; missing where answers are written as they are read. */
  readonly maxExportBytes?: number;
  /** True shows everyone only what he uploaded himself. */
  readonly isolateOwners: boolean;
  /** Where the webhooks of uploads may go. */
  readonly webhooks: WebhookTargets;
  /** Opened on first use: most requests need no model. */
  readonly classifier: () => Promise<Classifier>;
  readonly now: () => Date;
}

/** A request, read and checked, as an operation gets it. */
export interface Call {
  /** Path and query parameters by name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly body: () => Promise<Uint8Array>;
  /** Who calls: the subject of the token; undefined where nobody logs in. */
  readonly caller: string | undefined;
}

/** One operation: what it answers, or a thrown {@link Problem}. */
export type Operation = (call: Call, dependencies: Dependencies) => Promise<Response>;
