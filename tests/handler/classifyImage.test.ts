import { test } from "uvu";
import * as assert from "uvu/assert";
import { classifyImage } from "../../handler/classifyImage.ts";
import { sample } from "../paths.ts";
import { sharedClassifier } from "../sharedClassifier.ts";

const expected: Record<string, readonly string[]> = {
  "alps.jpg": ["alp"],
  "bridge.jpg": ["suspension bridge"],
  "cat.jpg": ["tiger cat", "Egyptian cat", "tabby"],
  "clock.jpg": ["wall clock", "analog clock"],
  "coffee.png": ["espresso"],
  "dahlia.webp": ["daisy"],
  "drum.jpg": ["drum"],
  "mountains.jpg": ["alp"],
  "paintbrushes.jpg": ["paintbrush"],
  "palace.jpg": ["palace"],
  "rocket.jpg": ["missile"],
  "spaniels.jpg": ["cocker spaniel"],
  "stream.jpg": ["valley"],
};

for (const [name, labels] of Object.entries(expected))
  test(`${name} shows ${labels.join(" or ")}`, async () => {
    const result = await classifyImage(sample(name), await sharedClassifier());
    assert.ok(labels.includes(result.labels[0]!.label), result.labels[0]!.label);
    assert.is(result.labels.length, 5);
  });

test("a picture is abstained from when its best score lies below the threshold", async () => {
  const classifier = await sharedClassifier();
  const { model } = classifier;
  const withThreshold = (abstainBelow: number) => ({
    ...classifier,
    model: { ...model, manifest: { ...model.manifest, abstainBelow } },
  });
  const { labels } = await classifyImage(sample("coffee.png"), classifier);
  const best = labels[0]!.score;
  assert.is((await classifyImage(sample("coffee.png"), withThreshold(best))).abstained, false);
  assert.is((await classifyImage(sample("coffee.png"), withThreshold(best + 1e-6))).abstained, true);
});

test.run();
