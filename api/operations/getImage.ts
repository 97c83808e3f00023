import { GetObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Operation } from "../dependencies.ts";
import { findVisible } from "../findVisible.ts";

const addressSeconds = 300;

/**
 * Leads to the image itself by an address that holds for five minutes. Whoever accepts only JSON gets the address as
 * such: a page cannot follow with its token, which the bucket would refuse.
 */
export const getImage: Operation = async (call, dependencies) => {
  const { bucket, key } = await findVisible(call, dependencies);
  const command = new GetObjectCommand({
    Bucket: bucket,
    Key: key,
    ResponseCacheControl: `private, max-age=${addressSeconds}`,
  });
  const location = await getSignedUrl(dependencies.s3, command, { expiresIn: addressSeconds });
  const headers = { "cache-control": "no-store" };
  if (call.headers.get("accept") === "application/json") return Response.json({ url: location }, { headers });
  return new Response(null, { status: 302, headers: { ...headers, location } });
};
