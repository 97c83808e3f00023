import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { manifestType } from "../../../setup/writeManifestType.ts";
import { repositoryPath } from "../../paths.ts";

test("the type of the manifest is the one that its schema gives", async () => {
  assert.is(readFileSync(repositoryPath("handler/model/manifest.ts"), "utf8"), await manifestType());
});

test.run();
