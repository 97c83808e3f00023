import { serve } from "@hono/node-server";
import { Hono } from "hono";

// The reference of the load benchmark: what a request costs when nothing is done for it.
const app = new Hono().get("/", (context) => context.json({ status: "ok" }));
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(`API  http://127.0.0.1:${port}`));
