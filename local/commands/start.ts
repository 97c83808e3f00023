import { once } from "node:events";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { styleText } from "node:util";
import { Command, Option } from "commander";
import type { Handled } from "../../handler/storeOutcome.ts";
import { repositoryFile } from "../repositoryFile.ts";
import { formatHandled } from "../stack/formatHandled.ts";
import { localCredentials } from "../stack/localCredentials.ts";
import type { LocalStack } from "../stack/startStack.ts";
import { wholeNumber } from "./options.ts";

interface Options {
  readonly data: string;
  readonly model: string;
  readonly s3Port: number;
  readonly dynamodbPort: number;
  readonly port: number;
  readonly dynamodb: "dynalite" | "java";
  readonly page: boolean;
  readonly privateWebhooks?: true;
  readonly loginIssuer?: string;
  readonly loginClient?: string;
  readonly loginAudience?: string;
  readonly json?: true;
}

const examples = `
Examples:
  snaplabel start
  snaplabel start --data /tmp/other --s3-port 9001 --dynamodb-port 9002
  snaplabel start --dynamodb java     AWS's DynamoDB Local instead of dynalite (needs Java 17 and Maven)

Ctrl-C stops it; what is in the bucket and the table is there again next time.`;

/** `snaplabel start` */
export function startCommand(): Command {
  return new Command("start")
    .description("Run the whole flow on this computer: an embedded S3, the handler, an embedded DynamoDB")
    .option("--data <folder>", "where objects and results are kept", ".snaplabel")
    .option("--model <manifest>", "manifest of another model", repositoryFile("model/manifest.json"))
    .option("--port <port>", "port of the API, 0 for any", wholeNumber(0, 65_535), 4566)
    .option("--s3-port <port>", "port of the embedded S3, 0 for any", wholeNumber(0, 65_535), 4568)
    .option("--dynamodb-port <port>", "port of the embedded DynamoDB, 0 for any", wholeNumber(0, 65_535), 4567)
    .addOption(
      new Option("--dynamodb <kind>", "which DynamoDB")
        .choices(["dynalite", "java"])
        .default("dynalite")
        .env("SNAPLABEL_DYNAMODB"),
    )
    .option("--no-page", "only the API, without the page")
    .option("--private-webhooks", "webhooks may go to this computer too, without HTTPS")
    .option("--login-issuer <url>", "OpenID issuer whose tokens the API asks for, with --login-client")
    .option("--login-client <id>", "what the issuer knows the page as")
    .option("--login-audience <name>", "audience of the tokens, where it is not the client")
    .option("--json", "results as JSON Lines")
    .addHelpText("after", examples)
    .action(start);
}

async function start(options: Options): Promise<void> {
  const [{ openClassifier }, { loadSamples }, { startStack }] = await Promise.all([
    import("../../handler/openClassifier.ts"),
    import("../stack/loadSamples.ts"),
    import("../stack/startStack.ts"),
  ]);
  const print = (handled: Handled) => console.log(options.json ? JSON.stringify(handled) : formatHandled(handled));
  const stack = await startStack({
    folder: options.data,
    openClassifier: () => openClassifier({ manifestPath: options.model, threads: 1, warm: true }),
    s3Port: options.s3Port,
    dynamoDbPort: options.dynamodbPort,
    apiPort: options.port,
    dynamoDb: options.dynamodb,
    ...(options.page ? { page: await buildPage(options.model) } : {}),
    ...readLogin(options),
    webhooks: options.privateWebhooks ? "any" : "public",
    report: {
      result: print,
      retry: (error) => console.error(styleText("red", `will be tried again: ${error.message}`)),
    },
  });
  const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  try {
    if (!options.json) console.log(welcome(stack, options));
    await loadSamples(stack.pipeline.s3, stack.bucket);
    await stopped;
    if (!options.json) console.log("Stopping …");
  } finally {
    await stack.close();
  }
}

/** Built at each start, which takes a quarter of a second: the page always fits the model. */
async function buildPage(manifest: string): Promise<string> {
  const setup = await import(pathToFileURL(repositoryFile("setup/buildPage.mjs")).href);
  return setup.buildPage({ manifest: resolve(manifest) });
}

function readLogin({ loginIssuer: issuer, loginClient: clientId, loginAudience: audience }: Options) {
  if (!issuer && !clientId) return {};
  if (!issuer || !clientId)
    throw new Error(`${issuer ? "--login-client" : "--login-issuer"}: both are needed, got only one of them`);
  return { login: { issuer, clientId, ...(audience ? { audience } : {}) } };
}

function welcome(
  { apiEndpoint, s3Endpoint, dynamoDbEndpoint, bucket, tableName }: LocalStack,
  { data, page }: Options,
): string {
  const keys = `AWS_ACCESS_KEY_ID=${localCredentials.accessKeyId} AWS_SECRET_ACCESS_KEY=${localCredentials.secretAccessKey} AWS_REGION=us-east-1`;
  return `${styleText("bold", "snaplabel is running.")}
  ${page ? `Page      ${apiEndpoint}\n  ` : ""}API       ${apiEndpoint}/openapi.json
  S3        ${s3Endpoint}  bucket ${bucket}
  DynamoDB  ${dynamoDbEndpoint}  table ${tableName}
  State     ${data}

Drop a picture ${page ? "on the page, or " : ""}in the bucket:
  ${keys} aws --endpoint-url ${s3Endpoint} s3 cp photo.jpg s3://${bucket}/
Read the table:
  ${keys} aws --endpoint-url ${dynamoDbEndpoint} dynamodb scan --table-name ${tableName}

Results (Ctrl-C stops):`;
}
