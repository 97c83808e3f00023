import type { LoginSettings } from "../../web/pageSettings.ts";

/** All that a stack decides, checked; the keys are documented in Pulumi.yaml. */
export interface StackConfig {
  readonly owner: string;
  /** Of AWS, like "eu-central-1". */
  readonly region: string;
  /** Data outlives the stack, deletion is refused, backups are kept. */
  readonly production: boolean;
  readonly image: ImageConfig;
  readonly function: FunctionConfig;
  readonly uploads: UploadsConfig;
  readonly api: ApiConfig;
  readonly results: { readonly keepResultsDays?: number };
  /** The results table has a stream of its changes. */
  readonly resultsStream: boolean;
  /** Uploads may name an address that is told their result. */
  readonly webhooks: boolean;
  /** Missing where the alias simply names the newest version. */
  readonly traffic?: TrafficConfig;
  /** Permission boundary of every role, where a delivery pipeline makes them. */
  readonly boundaryArn?: string;
  /** Full name of the stack that delivers this one; its clone URL stands in the outputs. */
  readonly deliveryStack?: string;
  /** Missing without a page. */
  readonly page?: PageConfig;
  readonly watch: WatchConfig;
  readonly developers?: DevelopersConfig;
}

/** Where the function's image comes from: built here, or one that is built and tested already. */
export interface ImageConfig {
  readonly architecture: Architecture;
  /** "<repository>@sha256:<digest>" */
  readonly uri?: string;
  /** Full name of a stack whose output `imageUri` is taken. */
  readonly fromStack?: string;
  /** Arguments of the Dockerfile, for a model that is not in the repository. */
  readonly buildArgs: Readonly<Record<string, string>>;
}

export type Architecture = "arm64" | "x86_64";

export interface FunctionConfig {
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Threads of one inference. */
  readonly threads: number;
  readonly reservedConcurrency?: number;
  readonly provisionedConcurrency?: number;
  /** Messages of one invocation. */
  readonly batchSize: number;
  /** How long a batch may fill up. */
  readonly batchWindowSeconds: number;
  /** Invocations at once that the queue may cause. */
  readonly maximumConcurrency: number;
  /** Attempts before a message goes to the dead-letter queue. */
  readonly maxReceiveCount: number;
}

export interface UploadsConfig {
  /** Only objects below it are classified; ends in a slash. */
  readonly prefix: string;
  readonly suffixes: readonly string[];
  /** Days until an upload is deleted; never when missing. */
  readonly keepDays?: number;
  /** Origins whose pages may upload; none: no CORS at all. */
  readonly corsOrigins: readonly string[];
  /** Objects below it can be read by everybody in the world. */
  readonly publicReadPrefix?: string;
}

export interface ApiConfig {
  readonly access: ApiAccess;
  readonly requestsPerSecond: number;
  /** Everybody sees only what he uploaded himself. */
  readonly isolateOwners: boolean;
  readonly domain?: { readonly name: string; readonly certificateArn: string };
}

/** How a new version gets its traffic. */
export type TrafficConfig =
  | { readonly kind: "all-at-once" }
  | { readonly kind: "canary"; readonly percent: number; readonly minutes: number };

/** The page in front of the API. */
export interface PageConfig {
  /** Missing where nobody logs in. */
  readonly login?: LoginSettings;
  /** Origins beside the issuer's that a login talks to, as its token endpoint. */
  readonly loginOrigins: readonly string[];
  readonly domain?: { readonly name: string; readonly certificateArn: string };
}

/** Who may call the API. */
export type ApiAccess =
  | { readonly kind: "iam" }
  | { readonly kind: "jwt"; readonly issuer: string; readonly audiences: readonly string[] }
  | { readonly kind: "open-to-the-world" };

export interface WatchConfig {
  readonly logRetentionDays: number;
  readonly email?: string;
  readonly monthlyBudgetDollars: number;
}

/** Existing users, groups and roles that get the developer's policy; keys are never made. */
export interface DevelopersConfig {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly roles: readonly string[];
}
