const powerful = /:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess|.*FullAccess)$/;

/** Nobody needs all of a service, and nobody all services. */
export const noManagedAdministrator = {
  name: "no-managed-administrator",
  description: "No role, user or group gets a managed policy of full access.",
  enforcementLevel: "mandatory",
  validateResource: ({ props }, report) => {
    for (const arn of [props.policyArn, ...(props.managedPolicyArns ?? [])])
      if (powerful.test(String(arn)))
        report(`policyArn: expected a policy that names what is needed, got "${arn}"; write one`);
  },
};
