import { Command } from "commander";
import { ManifestError } from "../../handler/errors.ts";
import { exitCodes } from "../exitCodes.ts";
import { repositoryFile } from "../repositoryFile.ts";

const examples = `
Examples:
  snaplabel model check
  snaplabel model check my-model/manifest.json --json

Exit codes: 0 all agrees, 1 a field is wrong, 2 nothing checked.`;

/** `snaplabel model …` */
export function modelCommand(): Command {
  const check = new Command("check")
    .description("Check a manifest against its schema, its files and the model itself")
    .argument("[manifest]", "path of the manifest", repositoryFile("model/manifest.json"))
    .option("--json", "one JSON object instead of text")
    .addHelpText("after", examples)
    .action(checkModel);
  return new Command("model").description("Look after the model").addCommand(check);
}

async function checkModel(manifestPath: string, { json }: { readonly json?: true }): Promise<void> {
  const [{ loadModel }, { configureRuntime }] = await Promise.all([
    import("../../handler/model/loadModel.ts"),
    import("../../handler/model/runtime.ts"),
  ]);
  configureRuntime(1);
  try {
    const { manifest, labels } = await loadModel(manifestPath);
    const { input, output } = manifest;
    const facts = [
      `${manifest.name} ${manifest.version} (${manifest.licence}) from ${manifest.source}`,
      `  ${manifest.file}, sha256 ${manifest.sha256}`,
      `  input "${input.name}": ${input.layout}, ${input.width} × ${input.height}, ${input.channelOrder}, ${input.resize.rule}`,
      `  output "${output.name}": ${output.kind} of ${labels.length} labels, temperature ${manifest.temperature}`,
      "All of it agrees with the model.",
    ];
    console.log(json ? JSON.stringify({ ok: true, manifest, labels: labels.length }) : facts.join("\n"));
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    console.log(json ? JSON.stringify({ ok: false, field: error.field, message: error.message }) : error.message);
    process.exitCode = exitCodes.refused;
  }
}
