import type { Registered } from "./collect.ts";
import type { PolicyStatement } from "./evaluatePolicy.ts";

/** A statement, and whose it is: "<type> <name>". */
export interface OwnedStatement {
  readonly owner: string;
  readonly statement: PolicyStatement;
}

/** Inputs that hold policies of identities or resources. */
const policyInputs = ["policy", "assumeRolePolicy"] as const;
const lifecycle = "aws:ecr/lifecyclePolicy:LifecyclePolicy";

/** Every statement of every policy of a program. */
export function allStatements(found: readonly Registered[]): readonly OwnedStatement[] {
  return found
    .filter(({ type }) => type !== lifecycle)
    .flatMap(({ inputs, type, name }) =>
      policyInputs
        .filter((input) => typeof inputs[input] === "string")
        .flatMap((input) => JSON.parse(inputs[input]).Statement as PolicyStatement[])
        .map((statement) => ({ owner: `${type} ${name}`, statement })),
    );
}
