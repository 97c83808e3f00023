import { Problem } from "./problem.ts";

/**
 * A response of rows, written as they are read.
 * @param maxBytes - where an answer goes out in one piece: it is gathered first, and may be no larger.
 * @throws {Problem} `too-large`
 */
export async function streamRows(
  rows: AsyncIterable<string>,
  contentType: string,
  fileName: string,
  maxBytes?: number,
): Promise<Response> {
  const headers = { "content-type": contentType, "content-disposition": `attachment; filename="${fileName}"` };
  return new Response(maxBytes === undefined ? stream(rows) : await gather(rows, maxBytes), { headers });
}

function stream(rows: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = rows[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await iterator.return?.()),
  });
}

async function gather(rows: AsyncIterable<string>, maxBytes: number): Promise<string> {
  const parts: string[] = [];
  let bytes = 0;
  for await (const row of rows) {
    bytes += Buffer.byteLength(row);
    if (bytes > maxBytes)
      throw new Problem(
        "too-large",
        `the list: expected at most ${maxBytes} bytes, got more; ask for less by from and to`,
      );
    parts.push(row);
  }
  return parts.join("");
}
