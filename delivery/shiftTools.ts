import type { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import type { LambdaClient } from "@aws-sdk/client-lambda";

/** What the shift of traffic works with. */
export interface ShiftTools {
  readonly codeDeploy: CodeDeployClient;
  readonly lambda: LambdaClient;
  readonly say: (line: string) => void;
  /** Between two looks at a deployment. */
  readonly pollMilliseconds?: number;
}
