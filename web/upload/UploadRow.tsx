import { compareAnswers } from "../here/compareAnswers.ts";
import type { Upload } from "./upload.ts";

/** One file: its name, how far it is, and what was answered. */
export function UploadRow({ upload }: { readonly upload: Upload }) {
  const { name, phase, sent, result, here } = upload;
  const comparison = result && here ? compareAnswers(result, here) : undefined;
  return (
    <li data-phase={phase}>
      <span class="name">{name}</span>
      <span class={result?.problem || phase === "failed" ? "alert" : ""}>{answerOf(upload)}</span>
      {(phase === "sending" || phase === "classifying") && (
        <progress aria-label={`Upload of ${name}`} {...(phase === "sending" ? { value: sent } : {})} />
      )}
      {comparison && <span class={comparison.agrees ? "quiet" : "alert"}>{comparison.sentence}</span>}
    </li>
  );
}

function answerOf({ phase, sent, result, problem }: Upload): string {
  if (problem) return problem;
  const best = result?.labels?.[0];
  if (best) return `${best.label} ${Math.round(best.score * 100)} %`;
  if (result) return result.problem?.message ?? result.status;
  return { waiting: "waiting", sending: `${Math.round(sent * 100)} % sent`, classifying: "classifying …" }[
    phase as "waiting"
  ];
}
