import { present } from "../config/present.ts";
import { readDevelopers } from "../config/readDevelopers.ts";
import { readEmail } from "../config/readEmail.ts";
import { KeyReader, type RawConfig } from "../config/readKeys.ts";
import { readLogRetention } from "../config/readLogRetention.ts";
import { readOwner } from "../config/readOwner.ts";
import { readRegion } from "../config/readRegion.ts";
import type { Architecture, DevelopersConfig } from "../config/stackConfig.ts";

/** All that a delivery decides, checked; the keys are documented in delivery/Pulumi.yaml. */
export interface DeliveryConfig {
  readonly owner: string;
  /** Of AWS, like "eu-central-1". */
  readonly region: string;
  readonly source: SourceConfig;
  readonly architecture: Architecture;
  /** Names of the two stacks of the program, and their organization. */
  readonly stacks: { readonly organization: string; readonly dev: string; readonly prod: string };
  /** Traffic of a new version in prod; dev gets it all at once. */
  readonly canary: { readonly percent: number; readonly minutes: number };
  readonly state: StateConfig;
  readonly logRetentionDays: number;
  readonly email?: string;
  readonly developers?: DevelopersConfig;
}

/** Where commits come from. */
export type SourceConfig =
  | { readonly kind: "codecommit"; readonly branch: string }
  | {
      readonly kind: "connection";
      readonly connectionArn: string;
      /** "owner/name" at GitHub, GitLab or Bitbucket. */
      readonly repository: string;
      readonly branch: string;
      /** Only commits that change one of them are delivered; none: every commit. */
      readonly paths: readonly string[];
    }
  | { readonly kind: "s3"; readonly key: string };

/** Where Pulumi keeps the stacks' state. */
export type StateConfig =
  | { readonly kind: "s3"; readonly bucket: string; readonly keyArn: string }
  | { readonly kind: "pulumi-cloud"; readonly tokenSecretArn: string };

/**
 * Reads and checks the configuration of a delivery.
 * @throws {ConfigError} naming every key that is wrong, what it got and what is allowed.
 */
export function readDelivery(raw: RawConfig): DeliveryConfig {
  const keys = new KeyReader(raw);
  const stackName = (key: string, fallback: string) =>
    keys.text(key, /^[a-z][a-z0-9-]{0,19}$/, "the name of a stack: lower-case letters, digits, hyphens") ?? fallback;
  const config = present({
    owner: readOwner(keys),
    region: readRegion(keys),
    source: readSource(keys),
    architecture: keys.choice("architecture", ["arm64", "x86_64"], "arm64"),
    stacks: {
      organization: keys.text("organization", /^[\w-]{1,40}$/, "the name of an organization") ?? "organization",
      dev: stackName("devStack", "dev"),
      prod: stackName("prodStack", "prod"),
    },
    canary: { percent: keys.whole("canaryPercent", [1, 99], 10), minutes: keys.whole("canaryMinutes", [1, 60], 5) },
    state: readState(keys),
    logRetentionDays: readLogRetention(keys, "30"),
    email: readEmail(keys, "email"),
    developers: readDevelopers(keys),
  });
  keys.finish();
  return config;
}

function readSource(keys: KeyReader): SourceConfig {
  const kind = keys.choice("source", ["codecommit", "connection", "s3"], "codecommit");
  const branch = keys.text("branch", /^[\w./-]{1,200}$/, "the name of a branch") ?? "main";
  const connection = /^arn:aws[\w-]*:(codeconnections|codestar-connections):[a-z0-9-]+:\d{12}:connection\/[\w-]+$/;
  const connectionArn = keys.text("connectionArn", connection, "the ARN of a connection") ?? "";
  const repository = keys.text("repository", /^[\w.-]+(\/[\w.-]+)+$/, "<owner>/<name>") ?? "";
  const paths = keys.list("sourcePaths", /^[\w.*/-]{1,200}$/, "a path like handler/**");
  const key = keys.text("sourceKey", /^[\w./-]+\.zip$/, "the key of a zip") ?? "source.zip";
  if (kind === "s3") return { kind, key };
  if (kind === "codecommit") return { kind, branch };
  if (!connectionArn) keys.problem("connectionArn", "the ARN of a connection, as source is connection", "nothing");
  if (!repository) keys.problem("repository", "<owner>/<name>, as source is connection", "nothing");
  return { kind, connectionArn, repository, branch, paths };
}

function readState(keys: KeyReader): StateConfig {
  const secret = /^arn:aws[\w-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+$/;
  const tokenSecretArn = keys.text("tokenSecretArn", secret, "the ARN of a secret that holds a Pulumi access token");
  const bucket = keys.text("stateBucket", /^[a-z0-9.-]{3,63}$/, "the name of a bucket, see snaplabel bootstrap");
  const key = /^arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/;
  const keyArn = keys.text("stateKeyArn", key, "the ARN of a key, see snaplabel bootstrap");
  if (tokenSecretArn && !bucket && !keyArn) return { kind: "pulumi-cloud", tokenSecretArn };
  if (!tokenSecretArn && bucket && keyArn) return { kind: "s3", bucket, keyArn };
  keys.problem("stateBucket", "stateBucket with stateKeyArn, or tokenSecretArn alone", "another combination");
  return { kind: "s3", bucket: bucket ?? "", keyArn: keyArn ?? "" };
}
