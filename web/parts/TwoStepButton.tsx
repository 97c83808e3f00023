import { useState } from "preact/hooks";

interface Properties {
  readonly label: string;
  /** What the button asks before it does it. */
  readonly question: string;
  readonly onConfirmed: () => void;
}

/** A button whose first press asks, and whose second one does it. */
export function TwoStepButton({ label, question, onConfirmed }: Properties) {
  const [asking, setAsking] = useState(false);
  return (
    <button
      type="button"
      class="danger"
      onClick={() => (asking ? onConfirmed() : setAsking(true))}
      onBlur={() => setAsking(false)}
    >
      {asking ? question : label}
    </button>
  );
}
