import { type Classification, type Classifier, classifyImage } from "../../handler/classifyImage.ts";
import { ClassificationError } from "../../handler/errors.ts";
import { readSource } from "./readSource.ts";

/** The answer for one source, or why there is none. */
export type SourceResult =
  | ({ readonly source: string; readonly status: "classified" } & Classification)
  | {
      readonly source: string;
      readonly status: "rejected" | "failed";
      readonly code: string;
      readonly message: string;
    };

/** Classifies one file, URL or standard input; what is wrong with it becomes its result. */
export async function classifySource(source: string, classifier: Classifier): Promise<SourceResult> {
  try {
    const bytes = await readSource(source, classifier.limits);
    return { source, status: "classified", ...(await classifyImage(bytes, classifier)) };
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof ClassificationError) return { source, status: "rejected", code: error.code, message };
    return { source, status: "failed", code: (error as NodeJS.ErrnoException).code ?? "unreadable", message };
  }
}
