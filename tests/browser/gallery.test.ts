import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath, sample } from "../paths.ts";
import { put } from "../stack.ts";
import { closeBrowser, expectAccessible, tabTo, upload, withPage } from "./page.ts";

const photos = ["test_images/cat.jpg", "test_images/coffee.png", "tests/photos/sunset.jpg"].map(repositoryPath);

test.after(closeBrowser);

test("an image that comes by another way appears by itself", async () => {
  await withPage(async ({ page, stack }) => {
    await put(stack, "incoming/elsewhere.jpg", sample("cat.jpg"));
    await page.locator(".card", { hasText: "elsewhere.jpg" }).waitFor();
  });
});

test("the gallery is narrowed by label and by score", async () => {
  await withPage(async ({ page }) => {
    await upload(page, photos);
    await page.locator(".card").nth(2).waitFor();
    await page.getByLabel("Label", { exact: true }).fill("espresso");
    await page.keyboard.press("Enter");
    await page.getByText("1 image", { exact: true }).waitFor();
    await page.getByLabel("Label", { exact: true }).fill("");
    await page.keyboard.press("Enter");
    await page.getByText("3 images", { exact: true }).waitFor();
    await page.getByRole("slider").fill("0.3");
    await page.getByText("2 images", { exact: true }).waitFor();
  });
});

test("a correction and a deletion are there after a reload", async () => {
  await withPage(async ({ page }) => {
    await upload(page, photos);
    const card = page.locator(".card", { hasText: "cat.jpg" });
    await card.getByRole("button", { name: "Correct" }).click();
    await card.getByLabel("What is on it?").fill("my own cat");
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("my own cat").waitFor();
    const other = page.locator(".card", { hasText: "coffee.png" });
    await other.getByRole("button", { name: "Delete" }).click();
    await other.getByRole("button", { name: "Really delete?" }).click();
    await other.waitFor({ state: "detached" });
    await page.reload();
    await page.locator(".card", { hasText: "my own cat" }).waitFor();
    assert.is(await page.locator(".card").count(), 2);
    await page.getByRole("button", { name: "Delete all" }).click();
    await page.getByRole("button", { name: "Delete every image?" }).click();
    await page.getByText("No images here yet.").waitFor();
  });
});

test("unsure images are reviewed by keys", async () => {
  await withPage(async ({ page, stack }) => {
    await upload(page, [
      ...photos,
      repositoryPath("tests/photos/plasma-path.jpg"),
      repositoryPath("tests/photos/seeding.jpg"),
    ]);
    await page.getByRole("link", { name: "Review" }).click();
    const status = page.getByText(/^\d+ to review$/);
    await status.waitFor();
    const before = Number.parseInt(await status.innerText(), 10);
    assert.ok(before >= 2, `${before}`);
    const second = await page.locator(".review .choice").nth(1).innerText();
    await page.keyboard.press("2");
    await page.getByText(new RegExp(`^(${before - 1} to review|Nothing to review)`)).waitFor();
    await page.keyboard.press("w");
    await page.locator("input:focus").waitFor();
    await page.getByLabel("What is on it?").fill("something of mine");
    await page.keyboard.press("Enter");
    await page.getByText(new RegExp(`^(${before - 2} to review|Nothing to review)`)).waitFor();
    const answer = await fetch(`${stack.apiEndpoint}/results`);
    const { items } = (await answer.json()) as { items: { correction?: { label: string } }[] };
    const corrections = items.flatMap(({ correction }) => correction?.label ?? []).sort();
    const chosen = /^\d\s+(.+?)\s+\d+ %$/s.exec(second)![1]!;
    assert.equal(corrections, [chosen, "something of mine"].sort());
  });
});

test("all of it is reached by the keyboard alone", async () => {
  await withPage(async ({ page }) => {
    // Asked for ahead: the browser is told to hand its dialog over while Tab goes its way, not after Enter.
    const chooser = page.waitForEvent("filechooser");
    await tabTo(page, "Choose pictures");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(photos[0]!);
    await page.locator(".card").waitFor();
    await tabTo(page, "Correct");
    await page.keyboard.press("Enter");
    await page.locator("input:focus").waitFor();
    await page.keyboard.type("cat by keys");
    await page.keyboard.press("Enter");
    await page.locator(".card", { hasText: "cat by keys" }).waitFor();
    await tabTo(page, "Delete");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Really delete?" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("No images here yet.").waitFor();
    await tabTo(page, "Review");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Review" }).waitFor();
  });
});

for (const [name, options] of [
  ["a wide light screen", {}],
  ["a wide dark screen", { dark: true }],
  ["a phone", { width: 360 }],
] as const)
  test(`${name} is accessible and holds everything`, async () => {
    await withPage(async ({ page }) => {
      await upload(page, photos);
      await page.locator(".card").nth(2).waitFor();
      await expectAccessible(page);
      await page.locator(".card").first().getByRole("button", { name: "Correct" }).click();
      await expectAccessible(page);
      await page.getByRole("link", { name: "Review" }).click();
      await page.locator(".review .choice").first().waitFor();
      await expectAccessible(page);
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(inner! <= outer!, `${inner} > ${outer}`);
    }, options);
  });

test.run();
