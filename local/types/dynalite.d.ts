declare module "dynalite" {
  import type { Server } from "node:http";

  /** dynalite ships no types; these are the options in use. */
  interface DynaliteOptions {
    /** Folder of the data; in memory when missing. */
    readonly path?: string;
    /** How long a new table stays in the state CREATING, in milliseconds. */
    readonly createTableMs?: number;
  }

  export default function dynalite(options?: DynaliteOptions): Server;
}
