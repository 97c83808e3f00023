import { Command, CommanderError } from "commander";
import { bootstrapCommand } from "./commands/bootstrap.ts";
import { classifyCommand } from "./commands/classify.ts";
import { costCommand } from "./commands/cost.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { modelCommand } from "./commands/model.ts";
import { rollbackCommand } from "./commands/rollback.ts";
import { startCommand } from "./commands/start.ts";
import { exitCodes } from "./exitCodes.ts";

const program = new Command("snaplabel")
  .description("Classify images with your own model: here, or in your own AWS account")
  .version("0.1.0")
  .addCommand(bootstrapCommand())
  .addCommand(classifyCommand())
  .addCommand(costCommand())
  .addCommand(doctorCommand())
  .addCommand(modelCommand())
  .addCommand(rollbackCommand())
  .addCommand(startCommand());

for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)])
  command.exitOverride().showHelpAfterError("(see --help)");

// `snaplabel … | head` closes the pipe when it has seen enough: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.done);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes.unusable;
  else {
    console.error(`snaplabel: ${(error as Error).message}`);
    process.exitCode = exitCodes.unusable;
  }
}
