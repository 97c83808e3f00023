import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Logger } from "@aws-lambda-powertools/logger";
import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { createHook } from "./createHook.ts";

const logger = new Logger({ serviceName: "snaplabel-hook" });

/** The Lambda entry of the hook before traffic. */
export const handler = createHook({
  codeDeploy: new CodeDeployClient(),
  lambda: new LambdaClient(),
  apiFunctionName: process.env["API_FUNCTION_NAME"] ?? "",
  goldenFolder: join(fileURLToPath(import.meta.url), "../golden"),
  report: (target, verdicts) => logger.info("examined", { target, verdicts }),
  onError: (error) => logger.error("could not be examined", error),
});
