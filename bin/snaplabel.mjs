#!/usr/bin/env node
import { pathToFileURL } from "node:url";
import { bundleCli } from "../setup/bundleCli.mjs";

// A note about next year's Node is for developers, not for each run of a tool that works.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
await import(pathToFileURL(await bundleCli()).href);
