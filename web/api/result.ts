import type { showItem } from "../../api/showItem.ts";

/** A result as the API shows it. */
export type Result = ReturnType<typeof showItem>;

/** What a person calls an image: the name of the uploaded file, else the end of the key. */
export function nameOf({ fileName, key }: Result): string {
  return fileName ?? key.split("/").at(-1)!;
}
