import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { closeServer } from "./closeServer.ts";
import { listen } from "./listen.ts";
import type { EmbeddedService } from "./openS3.ts";

const run = promisify(execFile);
const pom = fileURLToPath(new URL("./dynamodb-local/pom.xml", import.meta.url));
const libraries = fileURLToPath(new URL("../../.cache/dynamodb-local", import.meta.url));

/**
 * Starts AWS's own DynamoDB Local with its data in a folder. Maven fetches it on first use: it has a licence of its
 * own and is no part of snaplabel. Needs Java 17.
 * @param port - 0 takes any free one.
 * @throws when Java or Maven is missing, or no answer comes within 20 s.
 */
export async function openDynamoDbLocal(folder: string, port: number): Promise<EmbeddedService> {
  await install();
  const data = join(folder, "dynamodb-local");
  await mkdir(data, { recursive: true });
  const endpoint = await freeEndpoint(port);
  const java = spawn("java", [
    `-Djava.library.path=${libraries}`,
    ...["-cp", join(libraries, "*"), "com.amazonaws.services.dynamodbv2.local.main.ServerRunner"],
    ...["-dbPath", data, "-sharedDb", "-disableTelemetry", "-port", new URL(endpoint).port],
  ]);
  // The wildcard address is its only choice; the key pair it asks for is no protection.
  await answers(endpoint);
  return {
    endpoint,
    close: async () => {
      java.kill();
      await once(java, "exit");
    },
  };
}

async function install(): Promise<void> {
  const complete = join(libraries, "complete");
  if (await exists(complete)) return;
  await run("mvn", ["-q", "-B", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${libraries}`]);
  await mkdir(complete, { recursive: true });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Tries the port before Java does: its own message would be a stack trace. */
async function freeEndpoint(port: number): Promise<string> {
  const server = createServer();
  const endpoint = await listen(server, port, "--dynamodb-port");
  await closeServer(server);
  return endpoint;
}

async function answers(endpoint: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await sleep(100);
  }
  throw new Error(`DynamoDB Local: no answer at ${endpoint} within 20 s; check that Java 17 or later runs`);
}
