import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import * as assert from "uvu/assert";
import type { LocalStack, StackOptions } from "../../local/stack/startStack.ts";
import { buildPage } from "../../setup/buildPage.mjs";
import { repositoryPath } from "../paths.ts";
import { withStack } from "../stack.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

const folder = await buildPage({ out: await temporaryFolder() });
let browser: Promise<Browser> | undefined;

/** One Chromium for all tests of a file, with a camera that shows a test picture. */
function openBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: execFileSync(repositoryPath("tests/browser/installChromium.sh"), { encoding: "utf8" }).trim(),
    args: ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  });
  return browser;
}

/** Closes Chromium; the process would wait for it. */
export async function closeBrowser(): Promise<void> {
  const closing = browser;
  browser = undefined;
  await (await closing)?.close();
}

/** What a test gets: the page in front of a stack of its own, and what the page did. */
export interface OpenedPage {
  readonly page: Page;
  readonly stack: LocalStack;
  /** Errors of the console, of scripts and of the security policy. */
  readonly problems: readonly string[];
  /** Origins of all requests. */
  readonly origins: ReadonlySet<string>;
}

export interface PageOptions {
  readonly stack?: Partial<StackOptions>;
  readonly width?: number;
  readonly dark?: boolean;
}

/** Runs `use` with the page in a window of its own; a script that fails or a policy that is broken fails the test. */
export async function withPage(use: (opened: OpenedPage) => Promise<void>, options: PageOptions = {}): Promise<void> {
  await withStack(
    async (stack) => {
      const context = await (await openBrowser()).newContext({
        viewport: { width: options.width ?? 1280, height: 900 },
        colorScheme: options.dark ? "dark" : "light",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const [problems, origins]: [string[], Set<string>] = [[], new Set()];
      page.on("pageerror", ({ message }) => problems.push(message));
      page.on("console", (line) => {
        // Chromium writes each answer from 400 on there as well.
        if (line.type() === "error" && !/status of \d+/.test(line.text())) problems.push(line.text());
      });
      page.on("dialog", (dialog) => {
        problems.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("request", (request) => origins.add(new URL(request.url()).origin));
      try {
        await page.goto(stack.apiEndpoint);
        await use({ page, stack, problems, origins });
        assert.equal(problems, []);
      } finally {
        await context.close();
      }
    },
    { page: folder, ...options.stack },
  );
}

/** Chooses files as a person does, and waits until each has its answer. */
export async function upload(page: Page, files: Parameters<Page["setInputFiles"]>[1]): Promise<void> {
  await page.setInputFiles("input[data-files]", files);
  await page.waitForSelector("li[data-phase]");
  await page.waitForFunction(
    () => !document.querySelector("li[data-phase]:not([data-phase=answered], [data-phase=failed])"),
  );
}

/** Fails with what axe finds against WCAG 2.2 A and AA; the script is a test's, so it comes around the page's policy. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  });
  assert.equal(found, []);
}

/** Files as a page sees them that are dropped or pasted. */
export function dataTransfer(page: Page, paths: readonly string[]) {
  const files = paths.map((path) => ({ name: path.split("/").at(-1)!, base64: readFileSync(path).toString("base64") }));
  return page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: "image/jpeg" }));
    }
    return transfer;
  }, files);
}

/** Presses Tab until the element that has the focus shows this text; the body, which has all texts, is none. */
export async function tabTo(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() =>
      document.activeElement === document.body ? "" : (document.activeElement?.textContent ?? ""),
    );
    if (focused.includes(text)) return;
  }
  assert.unreachable(`"${text}" is not reached by Tab`);
}
