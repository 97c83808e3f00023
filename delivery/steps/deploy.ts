import { configureStack } from "../configureStack.ts";
import { outputsOf, pulumi } from "../pulumi.ts";

// Brings a stack to the image of this run; its functions have the new version then, but no traffic goes to it.
const { stack, imageUri } = await configureStack();
await pulumi(stack, ["up", "--yes", "--skip-preview", "--policy-pack", "policies"]);
const deployed = (await outputsOf(stack))["imageUri"];
if (deployed !== imageUri) throw new Error(`${stack}: expected ${imageUri}, got ${deployed}`);
