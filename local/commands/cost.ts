import { Command, Option } from "commander";
import { type CostLine, type Month, monthlyCost, rekognitionCost } from "../cost/monthlyCost.ts";
import { prices, pricesAsOf, pricesRegion, rekognitionSource } from "../cost/prices.ts";
import { wholeNumber } from "./options.ts";

interface Options {
  readonly images: number;
  readonly milliseconds: number;
  readonly memory: number;
  readonly architecture: Month["architecture"];
  readonly imageKilobytes: number;
  readonly batchSize: number;
  readonly json?: true;
}

const examples = `
Examples:
  snaplabel cost --images 100000
  snaplabel cost --images 1000000 --milliseconds 120 --memory 3008 --json

The duration is the one of the log's REPORT lines, divided by the images of a batch. Prices are list prices without
free tiers; --json names the source of each.`;

/** `snaplabel cost` */
export function costCommand(): Command {
  return new Command("cost")
    .description("Compute what a month costs, against Amazon Rekognition")
    .requiredOption("--images <n>", "images a month", wholeNumber(1, 1e10))
    .option(
      "--milliseconds <n>",
      "duration of one image: by default twice what the gate measures, for S3 and DynamoDB",
      wholeNumber(1, 900_000),
      150,
    )
    .option("--memory <megabytes>", "memoryMegabytes of the stack", wholeNumber(128, 10_240), 1769)
    .addOption(new Option("--architecture <name>", "of the stack").choices(["arm64", "x86_64"]).default("arm64"))
    .option("--image-kilobytes <n>", "mean size of an image", wholeNumber(1, 50_000), 500)
    .option("--batch-size <n>", "images of an invocation, on average", wholeNumber(1, 100), 1)
    .option("--json", "one JSON object instead of text")
    .addHelpText("after", examples)
    .action(showCost);
}

function showCost({ images, json, memory, imageKilobytes, ...options }: Options): void {
  const month = { ...options, images, memoryMegabytes: memory, imageMegabytes: imageKilobytes / 1000 };
  const lines = monthlyCost(month);
  const total = lines.reduce((sum, { dollars }) => sum + dollars, 0);
  const rekognition = rekognitionCost(images);
  if (json)
    console.log(
      JSON.stringify({ month, lines, total, rekognition, pricesAsOf, pricesRegion, prices, rekognitionSource }),
    );
  else
    console.log(
      [...lines, { name: "all", dollars: total }]
        .map(row)
        .concat(comparison(images, total, rekognition))
        .join("\n"),
    );
}

function row({ name, dollars }: CostLine): string {
  return `  ${name.padEnd(22)}${dollars.toFixed(2).padStart(12)} USD`;
}

function comparison(images: number, total: number, rekognition: number): string[] {
  const each = ((total / images) * 1000).toFixed(3);
  return [
    `\n${each} USD for a thousand images. Amazon Rekognition DetectLabels: ${rekognition.toFixed(2)} USD, ${(rekognition / total).toFixed(1)} × as much.`,
    `List prices of ${pricesRegion} as of ${pricesAsOf}, without free tiers.`,
  ];
}
