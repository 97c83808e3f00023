import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configureStack } from "../configureStack.ts";
import { deliveryFolder } from "../handover.ts";
import { pulumi } from "../pulumi.ts";

// Writes down what an update of a stack would change, for who approves it.
const { stack } = await configureStack();
const changes = await pulumi(stack, ["preview", "--diff", "--policy-pack", "policies"], { capture: true });
mkdirSync(deliveryFolder, { recursive: true });
writeFileSync(join(deliveryFolder, "preview.txt"), changes);
console.log(changes);
