import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { UnreadableObjectError } from "../errors.ts";
import type { ObjectReference } from "../events/objectReference.ts";
import { checkByteCount, type ImageLimits } from "../image/limits.ts";
import { isTransient } from "./isTransient.ts";

/** An object's bytes, and which of its versions they are. */
export interface FetchedObject {
  readonly bytes: Uint8Array;
  readonly etag?: string;
  readonly versionId?: string;
}

/**
 * Reads an object, in the very version that the event names.
 * @throws {RejectedImageError} `too-many-bytes`, before the body is read.
 * @throws {UnreadableObjectError} when S3 says that it is gone or forbidden; its other errors pass as they are.
 */
export async function fetchObject(s3: S3Client, object: ObjectReference, limits: ImageLimits): Promise<FetchedObject> {
  checkByteCount(object.size ?? 0, limits);
  const { bucket, key, versionId } = object;
  try {
    const command = new GetObjectCommand({ Bucket: bucket, Key: key, ...(versionId ? { VersionId: versionId } : {}) });
    const { Body, ContentLength, ETag, VersionId } = await s3.send(command);
    checkByteCount(ContentLength ?? 0, limits);
    return {
      bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(),
      ...(ETag ? { etag: ETag.replaceAll('"', "") } : {}),
      ...(VersionId ? { versionId: VersionId } : {}),
    };
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    throw new UnreadableObjectError(
      cause.name,
      `s3://${bucket}/${key}: S3 answered ${cause.name} (${cause.message}); check that the object exists and that ` +
        "the function's role may read it",
      { cause },
    );
  }
}

/** A 4xx of S3 that will be the same next time. */
function isRefusal(error: unknown): error is Error {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500 && !isTransient(error);
}
