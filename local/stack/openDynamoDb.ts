import { join } from "node:path";
import dynalite from "dynalite";
import { closeServer } from "./closeServer.ts";
import { freePort } from "./freePort.ts";
import { listen } from "./listen.ts";
import type { EmbeddedService } from "./openS3.ts";

/** Starts dynalite with its data in a folder. `port` 0 takes any free one. */
export async function openDynamoDb(folder: string, port: number): Promise<EmbeddedService> {
  const chosenPort = await freePort(port, "--dynamodb-port");
  const server = dynalite({ path: join(folder, "dynamodb"), createTableMs: 0 });
  return { endpoint: await listen(server, chosenPort, "--dynamodb-port"), close: () => closeServer(server) };
}
