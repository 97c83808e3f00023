import {
  type CodeDeployClient,
  GetDeploymentCommand,
  PutLifecycleEventHookExecutionStatusCommand,
} from "@aws-sdk/client-codedeploy";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { Verdict } from "../gate/verdict.ts";
import { examineApi } from "./examineApi.ts";
import { examineClassifier } from "./examineClassifier.ts";
import { invoke } from "./invoke.ts";
import { readTargets, type Target } from "./readTargets.ts";

/** What CodeDeploy sends: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */
export interface HookEvent {
  readonly DeploymentId: string;
  readonly LifecycleEventHookExecutionId: string;
}

/** What the hook works with. */
export interface HookOptions {
  readonly codeDeploy: CodeDeployClient;
  readonly lambda: LambdaClient;
  /** Name of the function behind the API; every other one classifies. */
  readonly apiFunctionName: string;
  /** With golden.json. */
  readonly goldenFolder: string;
  readonly report: (target: Target, verdicts: readonly Verdict[]) => void;
  readonly onError: (error: Error) => void;
}

/**
 * Makes the function that CodeDeploy calls before a version gets traffic: it examines the version, and says whether the
 * deployment may go on. Whatever goes wrong says no: without an answer CodeDeploy would wait for an hour.
 */
export function createHook(options: HookOptions): (event: HookEvent) => Promise<"Succeeded" | "Failed"> {
  const { codeDeploy, lambda, report, onError } = options;
  const examine = async (deploymentId: string): Promise<boolean> => {
    const { deploymentInfo } = await codeDeploy.send(new GetDeploymentCommand({ deploymentId }));
    const appSpec = deploymentInfo?.revision?.appSpecContent?.content ?? deploymentInfo?.revision?.string?.content;
    let passed = true;
    for (const target of readTargets(appSpec ?? "{}")) {
      const call = (event: unknown) => invoke(lambda, target, event);
      const isApi = target.functionName === options.apiFunctionName;
      const verdicts = await (isApi ? examineApi(call) : examineClassifier(call, options.goldenFolder));
      report(target, verdicts);
      passed &&= verdicts.every((verdict) => verdict.passed);
    }
    return passed;
  };
  return async ({ DeploymentId: deploymentId, LifecycleEventHookExecutionId: lifecycleEventHookExecutionId }) => {
    const passed = await examine(deploymentId).catch((error) => {
      onError(error);
      return false;
    });
    const status = passed ? "Succeeded" : "Failed";
    await codeDeploy.send(
      new PutLifecycleEventHookExecutionStatusCommand({ deploymentId, lifecycleEventHookExecutionId, status }),
    );
    return status;
  };
}
