import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { closeBrowser, dataTransfer, upload, withPage } from "./page.ts";

const [cat, coffee, photo] = ["test_images/cat.jpg", "test_images/coffee.png", "tests/photos/kleiber.jpg"].map(
  repositoryPath,
) as [string, string, string];

test.after(closeBrowser);

test("several photos are uploaded, classified and shown, and nothing is asked of other origins", async () => {
  await withPage(async ({ page, stack, origins }) => {
    await upload(page, [cat, coffee, photo]);
    const rows = await page.locator("li[data-phase=answered]").allInnerTexts();
    assert.is(rows.length, 3);
    assert.ok(
      rows.some((row) => /cat\.jpg\s+tiger cat \d+ %/.test(row)),
      rows.join(),
    );
    await page.locator(".card").nth(2).waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>(".card img")].every((image) => image.naturalWidth > 100),
    );
    assert.equal([...origins].sort(), [stack.apiEndpoint, stack.s3Endpoint].sort());
  });
});

test("a broken image and one that is too large are told apart from a good one", async () => {
  await withPage(async ({ page }) => {
    const folder = await temporaryFolder();
    const files: Record<string, Uint8Array> = {
      "good.jpg": readFileSync(cat),
      "half.jpg": readFileSync(cat).subarray(0, 9000),
      "huge.jpg": Buffer.alloc(60e6, 1),
      "empty.jpg": Buffer.alloc(0),
      "notes.txt": Buffer.from("hello"),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    await upload(
      page,
      Object.keys(files).map((name) => join(folder, name)),
    );
    const rows = (await page.locator("li[data-phase]").allInnerTexts()).join("\n");
    for (const expected of [
      /good\.jpg\s+tiger cat/,
      /half\.jpg\s+image: jpeg: the file ends early/,
      /huge\.jpg\s+60\.0 MB, and at most/,
      /empty\.jpg\s+the file is empty/,
      /notes\.txt\s+contentType: expected one of/,
    ])
      assert.match(rows, expected);
    await page.getByLabel("Status").selectOption("rejected");
    await page.locator(".card", { hasText: "half.jpg" }).waitFor();
    assert.is(await page.locator(".card").count(), 1);
  });
});

test("this browser runs the same model and says that both answers agree", async () => {
  await withPage(async ({ page }) => {
    await page.getByLabel("Also classify in this browser").check();
    await upload(page, [cat, coffee, repositoryPath("tests/photos/tuxpaint-beetle.webp")]);
    await page.waitForFunction(() => document.body.innerText.match(/This browser: .*: agrees/g)?.length === 3);
    assert.not.match(await page.locator(".uploads").innerText(), /differs|cannot/);
  });
});

test("pictures come by drop, paste, folder and camera too", async () => {
  await withPage(async ({ page }) => {
    const answered = (count: number) =>
      page
        .locator("li[data-phase=answered]")
        .nth(count - 1)
        .waitFor();
    await page.dispatchEvent(".drop", "drop", { dataTransfer: await dataTransfer(page, [cat]) });
    await answered(1);
    const pasted = await dataTransfer(page, [photo]);
    await page.evaluate(
      (clipboardData) => dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true })),
      pasted,
    );
    await answered(2);
    await page.setInputFiles("input[data-folder]", repositoryPath("test_images"));
    await page.waitForFunction(() => document.querySelectorAll("li[data-phase=answered]").length >= 14);
    await page.getByRole("button", { name: "Take a picture" }).click();
    await page.getByRole("button", { name: "Take it" }).click();
    await page.locator("li[data-phase=answered]", { hasText: "camera-" }).waitFor();
  });
});

test("HTML in a file's name and in its EXIF stays text", async () => {
  await withPage(async ({ page }) => {
    const name = "<img src=x onerror=alert(1)>.jpg";
    const buffer = withDescription(readFileSync(cat), "<script>alert(2)</script>");
    await upload(page, { name, mimeType: "image/jpeg", buffer });
    await page.getByRole("heading", { name }).waitFor();
    assert.is(await page.locator("img[onerror]").count(), 0);
    assert.is(await page.locator("script").count(), 1);
  });
});

/** Puts an EXIF block with an ImageDescription behind a JPEG's first two bytes (CIPA DC-008, tag 270). */
function withDescription(jpeg: Buffer, text: string): Buffer {
  const value = Buffer.from(`${text}\0`);
  const directory = Buffer.alloc(26);
  directory.write("II*\0", 0, "latin1");
  directory.writeUInt32LE(8, 4);
  directory.writeUInt16LE(1, 8);
  directory.writeUInt16LE(270, 10);
  directory.writeUInt16LE(2, 12);
  directory.writeUInt32LE(value.length, 14);
  directory.writeUInt32LE(directory.length, 18);
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), directory, value]);
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, exif, jpeg.subarray(2)]);
}

test.run();
