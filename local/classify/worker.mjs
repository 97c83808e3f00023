// Threads do not inherit tsx from the program that starts them.
import { register } from "tsx/esm/api";

register();
export const { default: classifyTask } = await import("./classifyWorker.ts");
export default classifyTask;
