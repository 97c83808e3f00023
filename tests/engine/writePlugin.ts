import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { nodeBundle } from "../../setup/nodeBundle.mjs";
import { repositoryPath } from "../paths.ts";

const source = repositoryPath("tests/engine/provider.mjs");
const leftOut = repositoryPath("tests/engine/leftOut.cjs");
const unused = /^(typescript|@npmcli\/arborist|\.\/automation|\.\/closure\/\w+)$/;

/**
 * Installs the tests' provider as the plugin of an SDK: the engine looks for it by the SDK's name and version.
 * @param home - PULUMI_HOME.
 * @param sdk - name of a package of @pulumi.
 */
export async function writePlugin(home: string, sdk: string): Promise<void> {
  const folder = repositoryPath(`node_modules/@pulumi/${sdk}`);
  const { pulumi } = (await import(`${folder}/package.json`, { with: { type: "json" } })).default;
  const plugin = join(home, "plugins", `resource-${sdk}-v${pulumi.version}`);
  await mkdir(plugin, { recursive: true });
  const provider = join(plugin, "provider.mjs");
  // A provider is a small program, most of whose start is loading parts of Pulumi's SDK that only programs use.
  await build({
    ...nodeBundle,
    ...{ entryPoints: [source], outfile: provider, outExtension: {}, external: ["ts-node"] },
    plugins: [{ name: "left out", setup: ({ onResolve }) => onResolve({ filter: unused }, () => ({ path: leftOut })) }],
    banner: {
      js: `import { createRequire as from } from "node:module"; const require = from(${JSON.stringify(source)});
const __filename = ${JSON.stringify(source)}; const __dirname = ${JSON.stringify(join(source, ".."))};`,
    },
  });
  const script = join(plugin, `pulumi-resource-${sdk}`);
  const cache = repositoryPath(".cache/compiled");
  await writeFile(
    script,
    `#!/bin/sh\nNODE_COMPILE_CACHE="${cache}" exec "${process.execPath}" "${provider}" "${folder}" "${pulumi.version}" "$@"\n`,
  );
  await chmod(script, 0o755);
}
