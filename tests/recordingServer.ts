import { createServer, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { closeServer } from "../local/stack/closeServer.ts";
import { listen } from "../local/stack/listen.ts";

/** A request that came, with its body as text. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is answered to a request. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Runs `use` with a server that answers as AWS documents it, and remembers what it was asked. */
export async function withRecordingServer(
  reply: (request: Recorded) => Reply,
  use: (endpoint: string, recorded: readonly Recorded[]) => Promise<void>,
): Promise<void> {
  const recorded: Recorded[] = [];
  const server = createServer(async (request, response) => {
    const body = (await buffer(request)).toString();
    const one = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body };
    recorded.push(one);
    const { status = 200, headers = {}, body: answer } = reply(one);
    const text = typeof answer === "string" ? answer : answer === undefined ? "" : JSON.stringify(answer);
    response.writeHead(status, headers).end(text);
  });
  const endpoint = await listen(server, 0, "--port");
  try {
    await use(endpoint, recorded);
  } finally {
    await closeServer(server);
  }
}
