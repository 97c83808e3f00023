import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { globSync } from "tinyglobby";
import { type PageOrigins, pageHeaders } from "../../web/pageHeaders.ts";
import type { PageSettings } from "../../web/pageSettings.ts";

/** What the embedded page is served from, and told. */
export interface EmbeddedPage {
  /** As setup/buildPage.mjs makes it. */
  readonly folder: string;
  readonly settings: PageSettings;
  readonly origins: PageOrigins;
}

/** Serves the files of the page, and nothing else of this computer: `has` tells whether a path is one of them. */
export function servePage({ folder, settings, origins }: EmbeddedPage) {
  const paths = new Set(globSync("**", { cwd: folder }).map((file) => `/${file}`)).add("/").add("/settings.json");
  const site = new Hono();
  site.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(pageHeaders(context.req.path, origins))) context.header(name, value);
    // Built anew at each start: an old script would call the API of yesterday.
    context.header("cache-control", "no-cache");
  });
  site.get("/settings.json", (context) => context.json(settings));
  for (const path of paths)
    site.get(path, serveStatic({ root: folder, path: path === "/" ? "index.html" : join(".", path) }));
  return { has: (path: string) => paths.has(path), fetch: site.fetch };
}
