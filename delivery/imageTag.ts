import { environment } from "./environment.ts";

/** What the image of a commit is called, here and in a registry: tags know no other characters. */
export function imageTag(): string {
  return environment("REVISION").replaceAll(/[^\w.-]/g, "-");
}
