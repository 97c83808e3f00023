import { fileURLToPath } from "node:url";

/** The model that comes with snaplabel. */
export const defaultManifest = fileURLToPath(new URL("../model/manifest.json", import.meta.url));
