import { SettingsError } from "../handler/settings.ts";
import type { Dependencies } from "./dependencies.ts";
import { uploadEndings } from "./uploadEndings.ts";

/** API Gateway passes 10 MB and Lambda takes 6 MB, which base64 fills with 4.5 MB. */
export const maxClassifyBytes = 4.4e6;
/** Lambda answers with 6 MB of JSON: an export inside it grows by its quotes and line ends. */
const maxExportBytes = 4.4e6;

type ApiSettings = Omit<Dependencies, "s3" | "documents" | "tableName" | "maxUploadBytes" | "classifier" | "now">;

/**
 * Reads what only the API needs of its environment: BUCKET_NAME, UPLOAD_PREFIX (default "incoming/"),
 * UPLOAD_SUFFIXES (".jpg,.png", default: all that can be classified), ISOLATE_OWNERS ("true" or "false", the default), and
 * WEBHOOKS (the same).
 * @throws {SettingsError} naming every variable that is missing or wrong.
 */
export function readApiSettings(environment: Readonly<Record<string, string | undefined>>): ApiSettings {
  const { BUCKET_NAME = "", UPLOAD_PREFIX = "incoming/", ISOLATE_OWNERS = "false", WEBHOOKS = "false" } = environment;
  const problems = [
    ...(BUCKET_NAME ? [] : ["BUCKET_NAME: expected a text, got nothing"]),
    ...(UPLOAD_PREFIX.endsWith("/")
      ? []
      : [`UPLOAD_PREFIX: expected a folder that ends in a slash, got "${UPLOAD_PREFIX}"`]),
    ...Object.entries({ ISOLATE_OWNERS, WEBHOOKS })
      .filter(([, value]) => !["true", "false"].includes(value))
      .map(([name, value]) => `${name}: expected true or false, got "${value}"`),
  ];
  if (problems.length > 0) throw new SettingsError(`environment: ${problems.join("; ")}`);
  return {
    bucket: BUCKET_NAME,
    uploadPrefix: UPLOAD_PREFIX,
    uploadEndings: uploadEndings(environment["UPLOAD_SUFFIXES"]?.split(",")),
    maxClassifyBytes,
    maxExportBytes,
    isolateOwners: ISOLATE_OWNERS === "true",
    webhooks: WEBHOOKS === "true" ? "public" : "none",
  };
}
