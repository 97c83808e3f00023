import { useLayoutEffect, useRef, useState } from "preact/hooks";

interface Properties {
  /** What stands there at first. */
  readonly label: string;
  readonly onCorrect: (label: string) => Promise<void>;
  readonly onCancel?: () => void;
  /** Whether the field takes the keys at once. */
  readonly focused?: boolean;
}

/** Where a person says what is on an image; labels that are known are suggested. */
export function CorrectionForm({ label, onCorrect, onCancel, focused = false }: Properties) {
  const [text, setText] = useState(label);
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (focused) field.current?.select();
  }, [focused]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onCorrect(text).catch((error: Error) => setProblem(error.message));
  };
  return (
    <form class="stack" onSubmit={submit}>
      <label class="stack">
        What is on it?
        <input
          {...{ ref: field, list: "known-labels", required: true, maxLength: 200, value: text }}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {problem && (
        <p class="alert" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="submit" class="primary">
          Save
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}
