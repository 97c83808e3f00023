const secret = /password|secret|token|private_?key|access_?key/i;

/** An environment variable can be read by everybody who may look at the function. */
export const noSecretsInPlain = {
  name: "no-secrets-in-plain",
  description: "Environment variables hold no secrets.",
  enforcementLevel: "mandatory",
  validateResource: ({ type, props }, report) => {
    if (type !== "aws:lambda/function:Function") return;
    for (const name of Object.keys(props.environment?.variables ?? {}))
      if (secret.test(name)) report(`environment: expected no secret, got "${name}"; read it from Secrets Manager`);
  },
};
