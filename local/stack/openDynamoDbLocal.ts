import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { repositoryFile } from "../repositoryFile.ts";
import { freePort } from "./freePort.ts";
import type { EmbeddedService } from "./openS3.ts";

const run = promisify(execFile);
const pom = repositoryFile("local/stack/dynamodb-local/pom.xml");
const libraries = repositoryFile(".cache/dynamodb-local");

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
  const chosenPort = await freePort(port, "--dynamodb-port");
  const endpoint = `http://127.0.0.1:${chosenPort}`;
  const java = spawn("java", [
    `-Djava.library.path=${libraries}`,
    ...["-cp", join(libraries, "*"), "com.amazonaws.services.dynamodbv2.local.main.ServerRunner"],
    ...["-dbPath", data, "-sharedDb", "-disableTelemetry", "-port", String(chosenPort)],
  ]);
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
