import * as pulumi from "@pulumi/pulumi";
import type { MadeSource, SourceOf } from "./madeSource.ts";

/** A repository of another host, by a connection that somebody has made in the console. */
export function fromConnection(source: SourceOf<"connection">): MadeSource {
  const { connectionArn, repository, branch, paths } = source;
  const push = {
    branches: { includes: [branch] },
    ...(paths.length > 0 ? { filePaths: { includes: [...paths] } } : {}),
  };
  const actions = ["codeconnections:UseConnection", "codestar-connections:UseConnection"];
  return {
    action: {
      provider: "CodeStarSourceConnection",
      revision: "CommitId",
      configuration: {
        ...{ ConnectionArn: connectionArn, FullRepositoryId: repository, BranchName: branch },
        ...{ OutputArtifactFormat: "CODE_ZIP", DetectChanges: "false" },
      },
    },
    triggers: [
      { providerType: "CodeStarSourceConnection", gitConfiguration: { sourceActionName: "source", pushes: [push] } },
    ],
    statements: [{ Sid: "ReadSource", Effect: "Allow", Action: actions, Resource: connectionArn }],
    eventPattern: undefined,
    cloneUrl: pulumi.output(repository),
    repositoryArn: undefined,
  };
}
