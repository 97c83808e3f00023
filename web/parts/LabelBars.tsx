import type { Prediction } from "../../handler/labels/rankLabels.ts";

/** Labels with their scores as bars, best first. */
export function LabelBars({ labels }: { readonly labels: readonly Prediction[] }) {
  return (
    <ul class="labels">
      {labels.map(({ label, score }) => (
        <li key={label}>
          <span>{label}</span>
          <span class="quiet">{Math.round(score * 100)} %</span>
          <meter aria-label={`Score of ${label}`} min={0} max={1} value={score} />
        </li>
      ))}
    </ul>
  );
}
