import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "./paths.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

test("each folder is new and there", async () => {
  const folders = await Promise.all([temporaryFolder(), temporaryFolder()]);
  assert.is.not(folders[0], folders[1]);
  assert.ok(folders.every((folder) => existsSync(folder)));
});

test("it goes with the process, and what was written in it", () => {
  const program = `
    import { existsSync, writeFileSync } from "node:fs";
    import { temporaryFolder } from ${JSON.stringify(repositoryPath("tests/temporaryFolder.ts"))};
    const folder = await temporaryFolder();
    writeFileSync(folder + "/file", "");
    console.log(JSON.stringify({ folder, there: existsSync(folder) }));
    process.exit();`;
  const args = ["--import", "tsx", "--input-type", "module", "--eval", program];
  const output = execFileSync(process.execPath, args, { cwd: repositoryPath("."), encoding: "utf8" });
  const { folder, there } = JSON.parse(output) as { folder: string; there: boolean };
  assert.equal([there, existsSync(folder)], [true, false]);
});

test.run();
