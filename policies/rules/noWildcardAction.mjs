import { statements } from "../statements.mjs";

/** A wildcard allows what a service adds next year. Denials may use it. */
export const noWildcardAction = {
  name: "no-wildcard-action",
  description: "Policies allow actions by their names.",
  enforcementLevel: "mandatory",
  validateResource: ({ props }, report) => {
    for (const { Effect, Action } of [...statements(props.policy), ...statements(props.assumeRolePolicy)])
      for (const action of Action)
        if (Effect === "Allow" && action.includes("*"))
          report(`policy: expected actions by their names, got "${action}"; name those that are called`);
  },
};
