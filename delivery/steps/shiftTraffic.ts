import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { LambdaClient } from "@aws-sdk/client-lambda";
import type { Shift } from "../../infra/trafficShift.ts";
import { environment } from "../environment.ts";
import { writeHandover } from "../handover.ts";
import { outputsOf } from "../pulumi.ts";
import { shiftAll } from "../shiftAll.ts";

// Gives the traffic of a stack's functions to their newest versions, as its deployment groups say.
const { shifts } = (await outputsOf(environment("STACK"))) as { shifts?: readonly Shift[] };
if (!shifts) console.log("trafficShift is none: the aliases name the newest versions already");
const shifted = await shiftAll(shifts ?? [], {
  codeDeploy: new CodeDeployClient(),
  lambda: new LambdaClient(),
  say: (line) => console.log(line),
});
writeHandover({ shifted });
