import { execFile } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "../paths.ts";

const { typescript: runsTypeScript } = process.features as { typescript?: string | false };

test("Node keeps what it compiles beside the project, or says that it is too old", async () => {
  const script = 'process.stdout.write(require("node:module").getCompileCacheDir())';
  const args = ["--import", "./infra/prepareNode.mjs", "-e", script];
  const [code, told] = await new Promise<[number, string]>((resolve) =>
    execFile(process.execPath, args, { cwd: repositoryPath("") }, (error, stdout, stderr) =>
      resolve([Number(error?.code ?? 0), stdout + stderr]),
    ),
  );
  if (runsTypeScript) assert.ok(told.startsWith(repositoryPath(".cache/compiled")), told);
  else assert.match(told, /^node: expected 22\.18 or later, .*, got v[\d.]+; install a newer Node\n$/);
  assert.is(code, runsTypeScript ? 0 : 1);
});

test.run();
