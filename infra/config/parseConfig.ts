import { checkStackName } from "./checkStackName.ts";
import { present } from "./present.ts";
import { readApi } from "./readApi.ts";
import { readDevelopers } from "./readDevelopers.ts";
import { readEmail } from "./readEmail.ts";
import { readFunction } from "./readFunction.ts";
import { KeyReader, type RawConfig } from "./readKeys.ts";
import { readLogRetention } from "./readLogRetention.ts";
import { readOwner } from "./readOwner.ts";
import { readPage } from "./readPage.ts";
import { readRegion } from "./readRegion.ts";
import { readTraffic } from "./readTraffic.ts";
import { readUploads } from "./readUploads.ts";
import type { StackConfig } from "./stackConfig.ts";

const imageUri = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/[a-z0-9._/-]+@sha256:[0-9a-f]{64}$/;
const stackName = /^[\w.-]+\/[\w.-]+\/[\w.-]+$/;

/**
 * Reads and checks the configuration of a stack.
 * @param stack - its name.
 * @throws {ConfigError} naming every key that is wrong, what it got and what is allowed.
 */
export function parseConfig(stack: string, raw: RawConfig): StackConfig {
  const keys = new KeyReader(raw);
  checkStackName(keys, stack);
  const production = keys.flag("production", false);
  const api = readApi(keys);
  const config = present({
    owner: readOwner(keys),
    region: readRegion(keys),
    production,
    image: readImage(keys),
    function: readFunction(keys),
    uploads: readUploads(keys),
    api,
    traffic: readTraffic(keys),
    boundaryArn: keys.text(
      "permissionsBoundary",
      /^arn:aws[\w-]*:iam::\d{12}:policy\/\S+$/,
      "the ARN of an IAM policy",
    ),
    deliveryStack: keys.text("deliveryStack", stackName, "<organization>/<project>/<stack>"),
    page: readPage(keys, api.access),
    webhooks: keys.flag("webhooks", false),
    results: present({ keepResultsDays: keys.whole("keepResultsDays", [1, 36_500], undefined) }),
    resultsStream: keys.flag("resultsStream", false),
    watch: present({
      logRetentionDays: readLogRetention(keys, production ? "365" : "30"),
      email: readEmail(keys, "alarmEmail"),
      monthlyBudgetDollars: keys.whole("monthlyBudgetDollars", [1, 1_000_000], production ? 50 : 3),
    }),
    developers: readDevelopers(keys),
  });
  keys.finish();
  return config;
}

function readImage(keys: KeyReader): StackConfig["image"] {
  const uri = keys.text("imageUri", imageUri, "an ECR image by digest, <repository>@sha256:<64 hex digits>");
  const fromStack = keys.text("imageFromStack", stackName, "<organization>/<project>/<stack>");
  if (uri && fromStack) keys.problem("imageFromStack", "nothing beside imageUri: one of them decides", fromStack);
  const architecture = keys.choice("architecture", ["arm64", "x86_64"], "arm64");
  return present({ architecture, uri, fromStack, buildArgs: readModel(keys) });
}

/** Which model the image is built with, as arguments of the Dockerfile. */
function readModel(keys: KeyReader): Readonly<Record<string, string>> {
  const url = keys.text("modelUrl", /^https:\/\/\S+$/, "an address that starts with https://");
  const sha256 = keys.text("modelSha256", /^[0-9a-f]{64}$/, "64 hex digits, as sha256sum prints them");
  if (Boolean(url) !== Boolean(sha256))
    keys.problem(url ? "modelSha256" : "modelUrl", "modelUrl and modelSha256 together", "only one of them");
  const manifest = keys.text("modelManifest", /^model\/[\w./-]+\.json$/, "a manifest inside model/");
  return present({ MANIFEST: manifest, MODEL_URL: url, MODEL_SHA256: sha256 }) as Record<string, string>;
}
