import { pictureEndings } from "../../api/pictureEndings.ts";
import { present } from "./present.ts";
import type { KeyReader } from "./readKeys.ts";
import type { UploadsConfig } from "./stackConfig.ts";

const folder = /^[\w!.*'()-]+(\/[\w!.*'()-]+)*\/$/;
/** A bucket takes 100 rules, and a suffix needs one for each of its three spellings. */
const mostSuffixes = 33;

/** Reads where images come in, which files are classified, how long they stay, and who else may read them. */
export function readUploads(keys: KeyReader): UploadsConfig {
  const chosen = keys.list("uploadSuffixes", /^\.[A-Za-z0-9]{1,8}$/, "like .jpg", Object.values(pictureEndings).flat());
  if (chosen.length === 0 || chosen.length > mostSuffixes)
    keys.problem("uploadSuffixes", `1 to ${mostSuffixes} suffixes`, String(chosen.length));
  return present({
    prefix: keys.text("uploadPrefix", folder, "a folder that ends in a slash") ?? "incoming/",
    suffixes: chosen,
    keepDays: keys.whole("keepUploadsDays", [1, 36_500], undefined),
    corsOrigins: keys.list(
      "corsOrigins",
      /^https?:\/\/[^/*\s]+$/,
      "an origin like https://example.com, without a wildcard",
    ),
    publicReadPrefix: keys.text("publicReadPrefix", folder, "a folder that ends in a slash"),
  });
}
