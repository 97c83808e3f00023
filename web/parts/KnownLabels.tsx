import { useEffect, useState } from "preact/hooks";

let labels: Promise<readonly string[]> | undefined;

/** The model's labels as suggestions: `list="known-labels"`. */
export function KnownLabels() {
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    labels ??= readLabels();
    // Without suggestions a label can still be written.
    labels.then(setKnown, () => undefined);
  }, []);
  return (
    <datalist id="known-labels">
      {known.map((label) => (
        <option key={label} value={label} />
      ))}
    </datalist>
  );
}

async function readLabels(): Promise<readonly string[]> {
  const manifest = (await (await fetch("model/manifest.json")).json()) as { labels: string };
  const text = await (await fetch(`model/${manifest.labels}`)).text();
  return text.trim().split(/\r?\n/);
}
