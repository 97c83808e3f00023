import * as pulumi from "@pulumi/pulumi";
import type { SourceConfig } from "./deliveryConfig.ts";
import { fromBucket } from "./sources/fromBucket.ts";
import { fromCodeCommit } from "./sources/fromCodeCommit.ts";
import { fromConnection } from "./sources/fromConnection.ts";
import type { MadeSource } from "./sources/madeSource.ts";

/** A repository of AWS's own, a connection to another host, or a zip in a bucket. */
export class Source extends pulumi.ComponentResource implements MadeSource {
  public readonly action: MadeSource["action"];
  public readonly triggers: MadeSource["triggers"];
  public readonly statements: MadeSource["statements"];
  public readonly eventPattern: MadeSource["eventPattern"];
  public readonly cloneUrl: MadeSource["cloneUrl"];
  public readonly repositoryArn: MadeSource["repositoryArn"];

  public constructor(name: string, source: SourceConfig, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:delivery:Source", name, {}, opts);
    const made = make(name, source, this);
    this.action = made.action;
    this.triggers = made.triggers;
    this.statements = made.statements;
    this.eventPattern = made.eventPattern;
    this.cloneUrl = made.cloneUrl;
    this.repositoryArn = made.repositoryArn;
    this.registerOutputs({ cloneUrl: this.cloneUrl });
  }
}

function make(name: string, source: SourceConfig, parent: pulumi.Resource): MadeSource {
  if (source.kind === "codecommit") return fromCodeCommit(name, source, parent);
  return source.kind === "connection" ? fromConnection(source) : fromBucket(name, source, parent);
}
