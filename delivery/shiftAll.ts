import { GetAliasCommand } from "@aws-sdk/client-lambda";
import { liveAlias } from "../infra/liveAlias.ts";
import type { Shift } from "../infra/trafficShift.ts";
import { type Shifted, shiftBack } from "./shiftBack.ts";
import { shiftOne } from "./shiftOne.ts";
import type { ShiftTools } from "./shiftTools.ts";

/**
 * Shifts one function after the other. When one of them fails, those before it go back to where they were: a stack has all
 * of its functions on one image, or none.
 * @returns what was shifted, for who has to take it back.
 * @throws {Error} with what CodeDeploy says.
 */
export async function shiftAll(shifts: readonly Shift[], tools: ShiftTools): Promise<readonly Shifted[]> {
  const { lambda, say } = tools;
  const shifted: Shifted[] = [];
  try {
    for (const shift of shifts) {
      const { FunctionVersion: before = "" } = await lambda.send(
        new GetAliasCommand({ FunctionName: shift.functionName, Name: liveAlias }),
      );
      if (before === shift.version) say(`${shift.functionName}: version ${before} has the traffic already`);
      else {
        await shiftOne(shift, before, tools);
        shifted.push({ functionName: shift.functionName, before });
      }
    }
    return shifted;
  } catch (error) {
    await shiftBack(shifted, tools);
    throw error;
  }
}
