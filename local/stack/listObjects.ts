import { type _Object, ListObjectsCommand, type S3Client } from "@aws-sdk/client-s3";

/**
 * Lists all objects of a bucket, page by page. By version 1 of the request: the embedded S3 makes the continuation
 * token of version 2 with a cipher that OpenSSL 3 no longer has.
 */
export async function* listObjects(s3: S3Client, bucket: string, pageSize = 1000): AsyncGenerator<_Object> {
  let marker: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsCommand({ Bucket: bucket, MaxKeys: pageSize, ...(marker ? { Marker: marker } : {}) }),
    );
    yield* page.Contents ?? [];
    marker = page.IsTruncated ? page.Contents?.at(-1)?.Key : undefined;
  } while (marker);
}
