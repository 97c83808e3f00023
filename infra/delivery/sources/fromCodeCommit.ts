import * as codecommit from "@pulumi/aws/codecommit/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { MadeSource, SourceOf } from "./madeSource.ts";

/** A private repository of AWS's own. */
export function fromCodeCommit(name: string, { branch }: SourceOf<"codecommit">, parent: pulumi.Resource): MadeSource {
  const repository = new codecommit.Repository(
    name,
    { repositoryName: name, defaultBranch: branch },
    // What was pushed is nowhere else.
    { parent, protect: true, retainOnDelete: true },
  );
  const { arn, repositoryName: RepositoryName } = repository;
  return {
    action: {
      provider: "CodeCommit",
      revision: "CommitId",
      configuration: {
        RepositoryName,
        BranchName: branch,
        PollForSourceChanges: "false",
        OutputArtifactFormat: "CODE_ZIP",
      },
    },
    triggers: [],
    statements: [
      {
        Sid: "ReadSource",
        Effect: "Allow",
        Action: [
          ...["codecommit:GetBranch", "codecommit:GetCommit", "codecommit:GetRepository"],
          ...["codecommit:UploadArchive", "codecommit:GetUploadArchiveStatus", "codecommit:CancelUploadArchive"],
        ],
        Resource: arn,
      },
    ],
    // Form: https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html
    eventPattern: pulumi.jsonStringify({
      source: ["aws.codecommit"],
      "detail-type": ["CodeCommit Repository State Change"],
      resources: [arn],
      detail: { event: ["referenceCreated", "referenceUpdated"], referenceType: ["branch"], referenceName: [branch] },
    }),
    cloneUrl: repository.cloneUrlHttp,
    repositoryArn: arn,
  };
}
