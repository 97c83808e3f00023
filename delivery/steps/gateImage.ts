import { join } from "node:path";
import { deliveryFolder, readHandover, writeHandover } from "../handover.ts";
import { run } from "../run.ts";

// Runs the gate on what was built: by its id, which no other image can take. GOLDEN: other photos and limits.
const { imageId } = readHandover("imageId");
const { GOLDEN } = process.env;
const report = join(deliveryFolder, "gate.html");
const golden = GOLDEN ? ["--golden", GOLDEN] : [];
await run(process.execPath, ["--import", "tsx", "gate/run.ts", imageId, "--report", report, ...golden]);
writeHandover({ gatedImageId: imageId });
