import { useState } from "preact/hooks";
import type { Api } from "../api/api.ts";
import { nameOf } from "../api/result.ts";
import { CorrectionForm } from "../parts/CorrectionForm.tsx";
import { KnownLabels } from "../parts/KnownLabels.tsx";
import { Picture } from "../parts/Picture.tsx";
import { useKeys } from "./useKeys.ts";
import { useReviewQueue } from "./useReviewQueue.ts";

/** One unsure image after the other; each is answered by one key. */
export function Review({ api }: { readonly api: Api }) {
  const { current, left, problem, correct, remove, skip } = useReviewQueue(api);
  const [writing, setWriting] = useState(false);
  const labels = current?.labels ?? [];
  const byNumber = labels.map(({ label }, index) => [String(index + 1), () => void correct(label)] as const);
  useKeys(
    current && !writing
      ? { ...Object.fromEntries(byNumber), w: () => setWriting(true), s: skip, d: () => void remove() }
      : {},
  );
  const write = async (label: string) => {
    await correct(label);
    setWriting(false);
  };
  return (
    <section class="stack" aria-labelledby="review-title">
      <h2 id="review-title">Review</h2>
      <KnownLabels />
      <p class="quiet" role="status">
        {left === undefined ? "Looking …" : left === 0 ? "Nothing to review: the model was sure." : `${left} to review`}
      </p>
      {problem && (
        <p class="alert" role="alert">
          {problem}
        </p>
      )}
      {current && (
        <div class="review">
          <Picture api={api} result={current} />
          <div class="panel stack">
            <h3 class="name">{nameOf(current)}</h3>
            {labels.map(({ label, score }, index) => (
              <button key={label} type="button" class="choice" onClick={() => correct(label)}>
                <span>
                  <kbd>{index + 1}</kbd> {label}
                </span>
                <span class="quiet">{Math.round(score * 100)} %</span>
              </button>
            ))}
            {writing ? (
              <CorrectionForm
                focused
                label={labels[0]?.label ?? ""}
                onCorrect={write}
                onCancel={() => setWriting(false)}
              />
            ) : (
              <div class="row">
                <button type="button" onClick={() => setWriting(true)}>
                  <kbd>w</kbd> Write another label
                </button>
                <button type="button" onClick={skip}>
                  <kbd>s</kbd> Skip
                </button>
                <button type="button" class="danger" onClick={remove}>
                  <kbd>d</kbd> Delete
                </button>
              </div>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
