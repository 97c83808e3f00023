declare module "@20minutes/s3rver" {
  import type { EventEmitter } from "node:events";
  import type { RequestListener } from "node:http";
  import type { S3Event } from "aws-lambda";

  /** s3rver ships no types; these are the options in use. */
  interface S3rverOptions {
    readonly directory: string;
    readonly silent: boolean;
    readonly allowMismatchedSignatures: boolean;
    readonly vhostBuckets: boolean;
    readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[];
  }

  export default class S3rver extends EventEmitter<{ event: [S3Event] }> {
    public constructor(options: S3rverOptions);
    public configureBuckets(): Promise<unknown>;
    public callback(): RequestListener;
  }
}
