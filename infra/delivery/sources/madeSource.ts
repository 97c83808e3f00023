import type * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../../policies.ts";
import type { SourceConfig } from "../deliveryConfig.ts";

/** Where the commits come from, as the pipeline has to know it. */
export interface MadeSource {
  /** Settings of the pipeline's first action. */
  readonly action: {
    readonly provider: string;
    readonly configuration: Record<string, pulumi.Input<string>>;
    /** Which variable of the action tells the commit: https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-variables.html */
    readonly revision: "CommitId" | "VersionId";
  };
  /** The pipeline's own triggers, where the source starts it without an event. */
  readonly triggers: readonly PushTrigger[];
  /** What the pipeline's role may do at the source. */
  readonly statements: readonly Statement[];
  /** The event that starts the pipeline; undefined where the source starts it by itself. */
  readonly eventPattern: pulumi.Output<string> | undefined;
  /** Where developers push to. */
  readonly cloneUrl: pulumi.Output<string>;
  /** Undefined for other sources than CodeCommit. */
  readonly repositoryArn: pulumi.Output<string> | undefined;
}

/** The configuration of one kind of source. */
export type SourceOf<Kind extends SourceConfig["kind"]> = Extract<SourceConfig, { kind: Kind }>;

/** Starts the pipeline when something is pushed; form of the pipeline's input. */
interface PushTrigger {
  readonly providerType: "CodeStarSourceConnection";
  readonly gitConfiguration: {
    readonly sourceActionName: "source";
    readonly pushes: { branches: { includes: string[] }; filePaths?: { includes: string[] } }[];
  };
}
