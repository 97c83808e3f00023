import { readdir, readFile } from "node:fs/promises";
import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { repositoryFile } from "../repositoryFile.ts";
import { listObjects } from "./listObjects.ts";

const samples = repositoryFile("test_images/");

/** Uploads test_images/ into an empty bucket; a bucket with objects is left alone. Returns how many. */
export async function loadSamples(s3: S3Client, bucket: string): Promise<number> {
  const { done: empty } = await listObjects(s3, bucket, 1).next();
  if (!empty) return 0;
  const names = (await readdir(samples)).filter((name) => /\.(jpg|png|webp)$/.test(name)).sort();
  for (const name of names)
    await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: `samples/${name}`, Body: await readFile(samples + name) }),
    );
  return names.length;
}
