import { RunError } from "@pulumi/pulumi/errors.js";

/** Some keys of the stack's configuration are wrong; the message names all of them at once, and Pulumi shows that without a stack trace. */
export class ConfigError extends RunError {
  public override readonly name = "ConfigError";
  public readonly problems: readonly string[];

  public constructor(problems: readonly string[]) {
    super(
      `configuration: ${problems.length} ${problems.length === 1 ? "key is" : "keys are"} wrong; ` +
        `set them by "pulumi config set":\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
    this.problems = problems;
  }
}
