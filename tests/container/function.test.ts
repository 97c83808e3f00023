import { setTimeout as sleep } from "node:timers/promises";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { docker } from "../../gate/docker.ts";
import { LambdaContainer } from "../../gate/lambdaContainer.ts";
import { sampleEvent, sqsEvent } from "../events.ts";
import { bitmap, pngHeader } from "../madeImages.ts";
import { sample } from "../paths.ts";
import { rejection } from "../rejection.ts";
import { productImage } from "./productImage.ts";
import { withServices } from "./services.ts";

// The function's image in containers as small as Lambda's: one processor, 1769 MB, nothing writable but /tmp.
const product = await productImage();
const containerTest = product ? test : test.skip;
const cat = sample("cat.jpg");

containerTest("a direct invoke answers with labels", async () => {
  const container = await LambdaContainer.start({ image: product!.name });
  const answer = (await container.invoke({ image: Buffer.from(cat).toString("base64") })) as Record<string, unknown>;
  await container.kill();
  assert.equal((answer["labels"] as { label: string }[])[0]!.label, "tiger cat");
});

containerTest("an emulator that ends before it listens is started again, then told of", async () => {
  const mounts = { "/bin/false": "/usr/local/bin/aws-lambda-rie" };
  const { message } = await rejection(LambdaContainer.start({ image: product!.name, hostNetwork: true, mounts }));
  assert.match(message, /the emulator ended 3 times/);
});

containerTest("the base's own entry point starts the handler", async () => {
  const id = await docker([
    "run",
    "--detach",
    "--network",
    "host",
    "--env",
    "TABLE_NAME=t",
    "--env",
    "AWS_REGION=us-east-1",
    product!.name,
  ]);
  try {
    let answer: Response | undefined;
    for (let attempt = 0; attempt < 100 && !answer; attempt += 1) {
      answer = await fetch("http://127.0.0.1:8080/2015-03-31/functions/function/invocations", {
        method: "POST",
        body: JSON.stringify({ image: Buffer.from(cat).toString("base64") }),
      }).catch(() => undefined);
      if (!answer) await sleep(50);
    }
    assert.match(await answer!.text(), /"label":"tiger cat"/);
  } finally {
    await docker(["rm", "--force", id]);
  }
});

containerTest("an event of S3 becomes an item of the table, whatever its key is", async () => {
  await withServices(product!.name, async ({ start, put, result }) => {
    const container = await start({ environment: { POWERTOOLS_SERVICE_NAME: "snaplabel-dev" } });
    const key = "incoming/größe & name+(1) 猫.jpg";
    await container.invoke(await put(key, cat));
    const item = (await result(key))!;
    assert.equal([item.status, item.topLabel, item.modelVersion], ["classified", "tiger cat", "1.1.0"]);
    // Its metrics are its stack's.
    assert.match(await docker(["logs", container.id]), /"_aws":.*"service":"snaplabel-dev"/);
  });
});

containerTest(
  "of ten messages with one broken event, only that one comes back; a broken picture is rejected",
  async () => {
    await withServices(product!.name, async ({ start, put, result }) => {
      const container = await start();
      const keys = Array.from({ length: 9 }, (_, index) => `incoming/${index}.jpg`);
      const events: unknown[] = [];
      for (const [index, key] of keys.entries()) {
        const bytes = Uint8Array.from(cat);
        // Bytes after the picture's end: other content, so that no answer is taken from another object.
        const body = index === 4 ? cat.subarray(0, 4000) : Buffer.concat([bytes, Buffer.from([index])]);
        events.push(await put(key, body));
      }
      const answer = await container.invoke(sqsEvent([...events, { not: "an event" }]));
      assert.equal(answer, { batchItemFailures: [{ itemIdentifier: "message-9" }] });
      const statuses = await Promise.all(keys.map(async (key) => (await result(key))?.status));
      assert.equal(
        statuses,
        keys.map((_, index) => (index === 4 ? "rejected" : "classified")),
      );
    });
  },
);

containerTest("the same image holds the API", async () => {
  await withServices(product!.name, async ({ start, put }) => {
    await (await start()).invoke(await put("incoming/cat.jpg", cat));
    const api = await start({ handler: "api.handler", environment: { BUCKET_NAME: "images" } });
    const { requestContext, ...event } = sampleEvent<{ requestContext: { http: object } }>("http-api");
    const http = { ...requestContext.http, method: "GET", path: "/stats" };
    const answer = await api.invoke({
      ...event,
      rawPath: "/stats",
      rawQueryString: "",
      body: undefined,
      requestContext: { ...requestContext, http },
    });
    assert.match((answer as { body: string }).body, /"classified":1/);
  });
});

containerTest("a bomb is rejected and the container lives on", async () => {
  await withServices(product!.name, async ({ start, put, result }) => {
    const container = await start();
    await container.invoke(await put("incoming/bomb.png", pngHeader(60_000, 60_000)));
    assert.equal((await result("incoming/bomb.png"))!.problem!.code, "too-many-pixels");
    await container.invoke(await put("incoming/cat.jpg", cat));
    assert.equal((await result("incoming/cat.jpg"))!.status, "classified");
  });
});

containerTest("a photo of 20 MB is classified", async () => {
  await withServices(product!.name, async ({ start, put, result }) => {
    const container = await start();
    const photo = bitmap(3000, 2300, (x, y) => [x % 256, y % 256, (x * y) % 256]);
    assert.ok(photo.length > 20e6);
    await container.invoke(await put("incoming/large.bmp", photo));
    assert.equal((await result("incoming/large.bmp"))!.status, "classified");
  });
});

containerTest("200 invocations in a row need no more memory than the first 50", async () => {
  await withServices(product!.name, async ({ start, put }) => {
    const container = await start();
    const event = await put("incoming/cat.jpg", cat);
    const direct = { image: Buffer.from(cat).toString("base64") };
    const memory: number[] = [];
    for (let index = -20; index < 200; index += 1) {
      await container.invoke(index % 4 === 0 ? event : direct);
      if (index >= 0) memory.push(await residentKilobytes(container.id));
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const growth = mean(memory.slice(-50)) / mean(memory.slice(0, 50));
    console.log(`  memory of the last 50 of 200 invocations: ${growth.toFixed(3)} of the first 50's`);
    assert.ok(growth <= 1.05, `${growth}`);
  });
});

/** Of the largest process, the handler's. */
async function residentKilobytes(id: string): Promise<number> {
  const lines = (await docker(["top", id, "-o", "pid,rss"])).split("\n").slice(1);
  return Math.max(...lines.map((line) => Number(line.trim().split(/\s+/)[1])));
}

containerTest("what a killed container left undone, another one does", async () => {
  await withServices(product!.name, async ({ start, put, result }) => {
    const doomed = await start();
    const photo = bitmap(3000, 2300, (x, y) => [y % 256, x % 256, (x + y) % 256]);
    const event = await put("incoming/large.bmp", photo);
    await doomed.invoke({ image: Buffer.from(cat).toString("base64") });
    const answer = rejection(doomed.invoke(event));
    await sleep(50);
    await doomed.kill();
    await answer;
    assert.is(await result("incoming/large.bmp"), undefined);
    const next = await start();
    await next.invoke(event);
    await next.invoke(event);
    assert.equal((await result("incoming/large.bmp"))!.status, "classified");
  });
});

containerTest("times are UTC and of now, whatever the container's time zone is", async () => {
  await withServices(product!.name, async ({ start, put, result }) => {
    const container = await start({ environment: { TZ: "Asia/Tokyo" } });
    const times: number[] = [];
    for (const key of ["incoming/1.jpg", "incoming/2.jpg"]) {
      const before = Date.now();
      await container.invoke(await put(key, Buffer.concat([cat, Buffer.from(key)])));
      const { classifiedAt = "" } = (await result(key))!;
      assert.match(classifiedAt, /Z$/);
      const time = Date.parse(classifiedAt);
      assert.ok(time >= before && time <= Date.now(), classifiedAt);
      times.push(time);
    }
    assert.ok(times[1]! > times[0]!);
  });
});

containerTest("nothing is written outside of /tmp", async () => {
  await withServices(product!.name, async ({ start, put }) => {
    const container = await start({ readOnly: false });
    await container.invoke(await put("incoming/cat.jpg", cat));
    await container.invoke(await put("incoming/broken.jpg", cat.subarray(0, 4000)));
    const written = (await docker(["diff", container.id]))
      .split("\n")
      .filter((line) => !/^[AC] \/tmp(\/|$)/.test(line));
    assert.equal(written.filter(Boolean), []);
  });
});

test.run();
