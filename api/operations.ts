import type { Operation } from "./dependencies.ts";
import { classify } from "./operations/classify.ts";
import { correctLabel } from "./operations/correctLabel.ts";
import { createUpload } from "./operations/createUpload.ts";
import { deleteResult } from "./operations/deleteResult.ts";
import { deleteResults } from "./operations/deleteResults.ts";
import { exportCsv } from "./operations/exportCsv.ts";
import { exportJsonLines } from "./operations/exportJsonLines.ts";
import { getDocument } from "./operations/getDocument.ts";
import { getHealth } from "./operations/getHealth.ts";
import { getImage } from "./operations/getImage.ts";
import { getResult } from "./operations/getResult.ts";
import { getStats } from "./operations/getStats.ts";
import { listLabels } from "./operations/listLabels.ts";
import { listResults } from "./operations/listResults.ts";
import type { OperationName } from "./routes.ts";

/** What stands behind each route. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  classify,
  correctLabel,
  createUpload,
  deleteResult,
  deleteResults,
  exportCsv,
  exportJsonLines,
  getDocument,
  getHealth,
  getImage,
  getResult,
  getStats,
  listLabels,
  listResults,
};
