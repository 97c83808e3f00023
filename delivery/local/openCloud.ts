import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import type { S3Event } from "aws-lambda";
import { LambdaContainer } from "../../gate/lambdaContainer.ts";
import { createHook } from "../../hook/createHook.ts";
import { ensureTable } from "../../local/stack/ensureTable.ts";
import { EventQueue } from "../../local/stack/eventQueue.ts";
import { localCredentials } from "../../local/stack/localCredentials.ts";
import { openDynamoDb } from "../../local/stack/openDynamoDb.ts";
import { openS3 } from "../../local/stack/openS3.ts";
import { openControlPlane } from "./controlPlane.ts";

/** What of a stack's outputs its stand-in needs. */
export interface CloudOptions {
  readonly folder: string;
  readonly image: string;
  readonly bucketName: string;
  readonly tableName: string;
  /** The function behind the API. */
  readonly apiFunctionName: string;
  /** Which version has the traffic of each function. */
  readonly aliases: Map<string, string>;
  /** Golden photos of the hook. */
  readonly goldenFolder: string;
}

/** A stand-in of AWS around one image. */
export interface Cloud {
  /** Variables by which AWS's clients find it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Opens what a deployed stack would have: its bucket, its table, its functions in real containers, its traffic. */
export async function openCloud(options: CloudOptions): Promise<Cloud> {
  const { image, bucketName, tableName, apiFunctionName, aliases } = options;
  const folder = join(options.folder, bucketName);
  await mkdir(folder, { recursive: true });
  const silent = { result: () => undefined, retry: (error: Error) => console.log(`  function: ${error.message}`) };
  const queue = new EventQueue<S3Event>(silent);
  const s3 = await openS3({ folder, port: 0, bucket: bucketName, onEvent: (event) => queue.push(event) });
  const table = await openDynamoDb(folder, 0);
  const client = { region: "us-east-1", credentials: localCredentials };
  const dynamoDb = new DynamoDBClient({ ...client, endpoint: table.endpoint });
  await ensureTable(dynamoDb, tableName);
  const credentials = {
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_REGION: client.region,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
  };
  const own = { ...credentials, TABLE_NAME: tableName, BUCKET_NAME: bucketName };
  const start = (handler: string) => LambdaContainer.start({ image, hostNetwork: true, handler, environment: own });
  const [classifier, api] = [await start("index.handler"), await start("api.handler")];
  queue.start((event) => classifier.invoke(event) as Promise<undefined>);
  const report = (target: { functionName: string }, verdicts: readonly { passed: boolean; name: string }[]) => {
    for (const { name, passed } of verdicts)
      console.log(`  hook, ${target.functionName}: ${passed ? "passed" : "FAILED"} ${name}`);
  };
  const plane = await openControlPlane({
    aliases,
    invoke: (name, event) => (name === apiFunctionName ? api : classifier).invoke(event),
    hook: async (DeploymentId, LifecycleEventHookExecutionId) => {
      const to = { ...client, endpoint: plane.endpoint };
      const hook = createHook({
        ...{ codeDeploy: new CodeDeployClient(to), lambda: new LambdaClient(to), apiFunctionName },
        ...{ goldenFolder: options.goldenFolder, report, onError: (error) => console.log(`  hook: ${error.message}`) },
      });
      await hook({ DeploymentId, LifecycleEventHookExecutionId });
    },
  });
  return {
    environment: {
      ...credentials,
      AWS_ENDPOINT_URL_LAMBDA: plane.endpoint,
      AWS_ENDPOINT_URL_CODEDEPLOY: plane.endpoint,
    },
    close: async () => {
      await queue.stop();
      await Promise.all([classifier.kill(), api.kill()]);
      dynamoDb.destroy();
      for (const { close } of [plane, table, s3]) await close();
    },
  };
}
