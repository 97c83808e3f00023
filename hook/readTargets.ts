/** A version of a function that is about to get traffic. */
export interface Target {
  readonly functionName: string;
  readonly version: string;
}

/**
 * Reads which version a deployment of CodeDeploy brings.
 * @param appSpec - as JSON, see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 * @throws {Error} when it describes no Lambda function.
 */
export function readTargets(appSpec: string): readonly Target[] {
  const { Resources = [] } = JSON.parse(appSpec) as { Resources?: Record<string, Resource>[] };
  const targets = Resources.flatMap((resource) => Object.values(resource))
    .filter(({ Type }) => Type === "AWS::Lambda::Function")
    .map(({ Properties: { Name, TargetVersion } }) => ({ functionName: Name, version: TargetVersion }));
  if (targets.length === 0) throw new Error("appSpec: expected a resource of AWS::Lambda::Function, got none");
  return targets;
}

interface Resource {
  readonly Type: string;
  readonly Properties: { readonly Name: string; readonly TargetVersion: string };
}
