import type { Api } from "../api/api.ts";
import { ApiProblem } from "../api/apiProblem.ts";
import type { Result } from "../api/result.ts";
import { postForm, type UploadForm } from "./postForm.ts";

/** How far an upload is: `sent` from 0 to 1, then the answer is being waited for. */
export interface UploadProgress {
  readonly phase: "sending" | "classifying";
  readonly sent: number;
}

const waitSeconds = 20;
const longestWaits = 15;

/**
 * Uploads one image and waits for its result.
 * @throws {ApiProblem} when the file is not taken, or nobody answers for five minutes.
 */
export async function uploadImage(
  api: Api,
  file: File,
  onProgress: (progress: UploadProgress) => void,
): Promise<Result> {
  const body = { contentType: file.type, fileName: file.name.slice(0, 255) };
  const form = await api<UploadForm & { id: string; maxBytes: number }>("POST", "/uploads", { body });
  if (file.size === 0) throw new ApiProblem("empty", "the file is empty");
  if (file.size > form.maxBytes)
    throw new ApiProblem("too-large", `${megabytes(file.size)}, and at most ${megabytes(form.maxBytes)} are taken`);
  await postForm(form, file, (sent) => onProgress({ phase: "sending", sent }));
  onProgress({ phase: "classifying", sent: 1 });
  for (let waits = 0; waits < longestWaits; waits++) {
    const result = await api<Result>("GET", `/results/${form.id}?wait=${waitSeconds}`);
    if (result.status !== "pending") return result;
  }
  throw new ApiProblem("no-answer", "no answer for five minutes; the gallery shows it when it comes");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
