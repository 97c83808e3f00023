#!/usr/bin/env node
import { register } from "tsx/esm/api";

// A note about next year's Node is for developers, not for each run of a tool that works.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
register();
await import("../local/cli.ts");
