import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openControlPlane } from "../../delivery/local/controlPlane.ts";
import { shiftAll } from "../../delivery/shiftAll.ts";
import type { Shift } from "../../infra/trafficShift.ts";
import { localCredentials } from "../../local/stack/localCredentials.ts";
import { rejection } from "../rejection.ts";

const shifts: readonly Shift[] = ["classify", "api"].map((functionName) => ({
  ...{ functionName, version: "2", application: "a", deploymentGroup: `g-${functionName}`, hookFunction: "h" },
}));

/** Shifts both functions, where the hook says these one after the other; who has the traffic then, and what was said. */
async function shifted(versions: readonly [string, string], ...says: readonly ("Succeeded" | "Failed")[]) {
  const aliases = new Map([
    ["classify", versions[0]],
    ["api", versions[1]],
  ] as const) as Map<string, string>;
  const client = { region: "us-east-1", credentials: localCredentials };
  const lines: string[] = [];
  let asked = 0;
  const plane = await openControlPlane({
    aliases,
    invoke: async () => undefined,
    hook: async (deploymentId, lifecycleEventHookExecutionId) => {
      const { PutLifecycleEventHookExecutionStatusCommand } = await import("@aws-sdk/client-codedeploy");
      const status = says[asked++]!;
      const codeDeploy = new CodeDeployClient({ ...client, endpoint: plane.endpoint });
      await codeDeploy.send(
        new PutLifecycleEventHookExecutionStatusCommand({ deploymentId, lifecycleEventHookExecutionId, status }),
      );
    },
  });
  try {
    const to = { ...client, endpoint: plane.endpoint };
    const work = shiftAll(shifts, {
      ...{ codeDeploy: new CodeDeployClient(to), lambda: new LambdaClient(to), pollMilliseconds: 5 },
      say: (line) => lines.push(line),
    });
    const failure = says.includes("Failed") ? await rejection(work) : undefined;
    const result = failure ? undefined : await work;
    return { traffic: Object.fromEntries(aliases), lines, failure, result };
  } finally {
    await plane.close();
  }
}

test("both functions get their new versions, and what had the traffic is remembered", async () => {
  const { traffic, result } = await shifted(["1", "1"], "Succeeded", "Succeeded");
  assert.equal(traffic, { classify: "2", api: "2" });
  assert.equal(result, [
    { functionName: "classify", before: "1" },
    { functionName: "api", before: "1" },
  ]);
});

test("a function that has the traffic already is left alone", async () => {
  const { traffic, result } = await shifted(["2", "1"], "Succeeded");
  assert.equal(traffic, { classify: "2", api: "2" });
  assert.equal(result, [{ functionName: "api", before: "1" }]);
});

test("when the first is refused, nothing moves", async () => {
  const { traffic, failure } = await shifted(["1", "1"], "Failed");
  assert.equal(traffic, { classify: "1", api: "1" });
  assert.match(failure!.message, /classify: version 2 gets no traffic, 1 keeps it: HOOK_FAILED/);
});

test("when the second is refused, the first goes back", async () => {
  const { traffic, lines } = await shifted(["1", "1"], "Succeeded", "Failed");
  assert.equal(traffic, { classify: "1", api: "1" });
  assert.is(lines.at(-1), "classify: back to version 1");
});

test.run();
