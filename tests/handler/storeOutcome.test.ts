import { HeadObjectCommand } from "@aws-sdk/client-s3";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Pipeline } from "../../handler/pipeline.ts";
import { imageId } from "../../handler/results/imageId.ts";
import { sample } from "../paths.ts";
import { notify, withHandler } from "./withHandler.ts";

test("asked for again, an object keeps its place in the order of events", async () => {
  await withHandler(async ({ handler, put, result, pipeline }) => {
    await put("cat.jpg", sample("cat.jpg"));
    const { ETag } = await pipeline.s3.send(new HeadObjectCommand({ Bucket: "quiet", Key: "cat.jpg" }));
    const event = notify("cat.jpg", "0C");
    event.Records[0]!.s3.object.eTag = ETag!.replaceAll('"', "");
    await handler(event);
    await handler({ bucket: "quiet", key: "cat.jpg" });
    assert.is((await result("cat.jpg"))?.sequencer, "0C".padEnd(40, "0"));
  });
});

/** S3, but before it answers a person says by the API what is on an image. */
function correctedMeanwhile(s3: Pipeline["s3"], image: string, label: string): Pipeline["s3"] {
  const send = async (command: never) => {
    const request = { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ label }) };
    assert.is((await fetch(`${image}/label`, request)).status, 200);
    return s3.send(command);
  };
  return Object.assign(Object.create(s3), { send });
}

test("what a person says while an image is classified anew is kept, and not asked again", async () => {
  await withHandler(async ({ handler, handlerWith, put, result, pipeline, apiEndpoint }) => {
    const { model, ...rest } = pipeline.classifier;
    const unsure = { ...rest, model: { ...model, manifest: { ...model.manifest, version: "2", abstainBelow: 1 } } };
    const event = { bucket: "quiet", key: "cat.jpg" };
    await put("cat.jpg", sample("cat.jpg"));
    await handler(event);
    for (const label of ["Mia", "Minka"]) {
      const s3 = correctedMeanwhile(pipeline.s3, `${apiEndpoint}/results/${imageId("quiet", "cat.jpg")}`, label);
      await handlerWith({ s3, classifier: unsure })(event);
      const { correction, review, abstained, modelVersion } = (await result("cat.jpg"))!;
      assert.equal([correction?.label, review, abstained, modelVersion], [label, undefined, true, "2"]);
    }
    await put("cat.jpg", sample("coffee.png"));
    await handlerWith({ classifier: unsure })(event);
    assert.equal([(await result("cat.jpg"))?.correction, (await result("cat.jpg"))?.review], [undefined, "open"]);
  });
});

test.run();
