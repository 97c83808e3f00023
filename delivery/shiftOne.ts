import { setTimeout as sleep } from "node:timers/promises";
import { CreateDeploymentCommand, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import type { Shift } from "../infra/trafficShift.ts";
import { appSpec } from "./appSpec.ts";
import type { ShiftTools } from "./shiftTools.ts";

const defaultPollMilliseconds = 5000;

/**
 * Lets CodeDeploy bring one function's traffic to its newest version, and waits until that is done or taken back.
 * @param before - the version that has the traffic.
 * @throws {Error} with what CodeDeploy says, when the traffic stays or is back where it was.
 */
export async function shiftOne(shift: Shift, before: string, tools: ShiftTools): Promise<void> {
  const { codeDeploy, say, pollMilliseconds = defaultPollMilliseconds } = tools;
  const { deploymentId } = await codeDeploy.send(
    new CreateDeploymentCommand({
      applicationName: shift.application,
      deploymentGroupName: shift.deploymentGroup,
      revision: { revisionType: "AppSpecContent", appSpecContent: { content: appSpec(shift, before) } },
    }),
  );
  say(`${shift.functionName}: version ${before} → ${shift.version}, deployment ${deploymentId}`);
  for (;;) {
    const { deploymentInfo } = await codeDeploy.send(new GetDeploymentCommand({ deploymentId }));
    const { status, errorInformation } = deploymentInfo ?? {};
    if (status === "Succeeded") return say(`${shift.functionName}: version ${shift.version} has the traffic`);
    if (status === "Failed" || status === "Stopped")
      throw new Error(
        `${shift.functionName}: version ${shift.version} gets no traffic, ${before} keeps it: ` +
          `${errorInformation?.code ?? status} ${errorInformation?.message ?? ""}`,
      );
    await sleep(pollMilliseconds);
  }
}
