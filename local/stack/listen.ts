import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A port is taken or may not be used. */
export class PortError extends Error {
  public override readonly name = "PortError";
}

/**
 * Lets a server listen on this computer only.
 * @param port - 0 takes any free one.
 * @param option - the option that chooses the port, for the message.
 * @returns the endpoint's URL.
 * @throws {PortError} when the port is taken.
 */
export async function listen(server: Server, port: number, option: string): Promise<string> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (cause) {
    const problem = (cause as NodeJS.ErrnoException).code === "EADDRINUSE" ? "is in use" : `failed: ${cause}`;
    throw new PortError(`${option}: port ${port} ${problem}; choose another one, or 0 for any free one`, { cause });
  }
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
