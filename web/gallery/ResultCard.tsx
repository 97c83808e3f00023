import { useState } from "preact/hooks";
import type { Api } from "../api/api.ts";
import { nameOf, type Result } from "../api/result.ts";
import { CorrectionForm } from "../parts/CorrectionForm.tsx";
import { LabelBars } from "../parts/LabelBars.tsx";
import { Picture } from "../parts/Picture.tsx";
import { TwoStepButton } from "../parts/TwoStepButton.tsx";

interface Properties {
  readonly api: Api;
  readonly result: Result;
  readonly onCorrect: (label: string) => Promise<void>;
  readonly onDelete: () => void;
}

/** Labels of a card; the review shows all. */
const shownLabels = 3;

/** One image of the gallery. */
export function ResultCard({ api, result, onCorrect, onDelete }: Properties) {
  const [correcting, setCorrecting] = useState(false);
  const { labels = [], correction, problem, review } = result;
  const correct = async (label: string) => {
    await onCorrect(label);
    setCorrecting(false);
  };
  return (
    <article class="panel card">
      <Picture api={api} result={result} />
      <div class="body">
        <h3 class="name">{nameOf(result)}</h3>
        {correction && (
          <p>
            <strong>{correction.label}</strong> <span class="quiet">says {correction.by ?? "a person"}</span>
          </p>
        )}
        {problem && <p class="alert">{problem.message}</p>}
        {review && <p class="quiet">The model is unsure: see Review.</p>}
        <LabelBars labels={labels.slice(0, shownLabels)} />
        {correcting ? (
          <CorrectionForm
            focused
            label={correction?.label ?? labels[0]?.label ?? ""}
            onCorrect={correct}
            onCancel={() => setCorrecting(false)}
          />
        ) : (
          <div class="row">
            {result.status === "classified" && (
              <button type="button" onClick={() => setCorrecting(true)}>
                Correct
              </button>
            )}
            <TwoStepButton label="Delete" question="Really delete?" onConfirmed={onDelete} />
          </div>
        )}
      </div>
    </article>
  );
}
