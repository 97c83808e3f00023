import { createServer } from "node:http";
import { closeServer } from "./closeServer.ts";
import { listen } from "./listen.ts";

/**
 * Tries a port before a service that cannot say well that it is taken, or keeps its files open when it is.
 * @param port - 0 chooses any free one.
 * @returns the port.
 * @throws {PortError} when it is taken.
 */
export async function freePort(port: number, option: string): Promise<number> {
  const server = createServer();
  const endpoint = await listen(server, port, option);
  await closeServer(server);
  return Number(new URL(endpoint).port);
}
