import { once } from "node:events";
import { OAuth2Server } from "oauth2-mock-server";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "../paths.ts";
import { closeBrowser, upload, withPage } from "./page.ts";

test.after(closeBrowser);

test("behind a login, the page works with an authorization code and PKCE", async () => {
  const provider = new OAuth2Server();
  await provider.issuer.keys.generate("RS256");
  await provider.start(0, "127.0.0.1");
  provider.service.on("beforeTokenSigning", ({ payload }) =>
    Object.assign(payload, { aud: "snaplabel-page", sub: "ann" }),
  );
  const authorized = once(provider.service, "beforeAuthorizeRedirect");
  const login = { issuer: provider.issuer.url!, clientId: "snaplabel-page" };
  try {
    await withPage(
      async ({ page, stack }) => {
        assert.is((await fetch(`${stack.apiEndpoint}/results`)).status, 401);
        await page.getByRole("button", { name: "Log in" }).click();
        await page.getByRole("heading", { name: "Gallery" }).waitFor();
        const [, request] = (await authorized) as [unknown, { url: string }];
        assert.match(request.url, /code_challenge_method=S256/);
        assert.not.match(page.url(), /code=/);
        await upload(page, repositoryPath("test_images/cat.jpg"));
        await page.locator(".card", { hasText: "cat.jpg" }).waitFor();
        await page.reload();
        await page.locator(".card", { hasText: "cat.jpg" }).waitFor();
        await page.getByRole("button", { name: "Log out" }).click();
        await page.getByRole("button", { name: "Log in" }).waitFor();
        await page.evaluate(() => sessionStorage.setItem("snaplabel-token", "a.b.c"));
        await page.reload();
        await page.getByRole("button", { name: "Log in" }).waitFor();
      },
      { stack: { login } },
    );
  } finally {
    await provider.stop();
  }
});

test.run();
