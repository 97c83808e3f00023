import { run } from "../run.ts";

// Style, types, unused code, and the unit tests: among them every rule of the policy pack over the whole program.
await run("npm", ["run", "lint"]);
await run("npm", ["test"]);
