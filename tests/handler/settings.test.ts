import { test } from "uvu";
import * as assert from "uvu/assert";
import { readSettings, SettingsError } from "../../handler/settings.ts";

const least = { TABLE_NAME: "results", MODEL_MANIFEST: "/model/manifest.json" };

test("two variables are enough", () => {
  assert.equal(readSettings(least), {
    tableName: "results",
    manifestPath: "/model/manifest.json",
    threads: 1,
    limits: { maxPixels: 100e6, maxBytes: 50 * 1024 ** 2 },
    serviceName: "snaplabel",
  });
});

test("a stack's metrics are told by its own name", () => {
  assert.is(readSettings({ ...least, POWERTOOLS_SERVICE_NAME: "snaplabel-prod" }).serviceName, "snaplabel-prod");
});

test("all that is wrong is named at once", () => {
  assert.throws(
    () => readSettings({ MAX_PIXELS: "many", INFERENCE_THREADS: "0", RESULT_KEEP_DAYS: "1.5" }),
    (error: Error) =>
      error instanceof SettingsError &&
      [
        "TABLE_NAME",
        "MODEL_MANIFEST",
        'MAX_PIXELS: expected a whole number from 1 to 1000000000, got "many"',
        "INFERENCE_THREADS",
        "RESULT_KEEP_DAYS",
      ].every((text) => error.message.includes(text)),
  );
});

test("a limit at its edge passes", () => {
  assert.is(readSettings({ ...least, INFERENCE_THREADS: "6" }).threads, 6);
  assert.throws(
    () => readSettings({ ...least, INFERENCE_THREADS: "7" }),
    (error: unknown) => error instanceof SettingsError,
  );
});

test.run();
