import { useEffect } from "preact/hooks";
import type { Api } from "../api/api.ts";
import { DropZone } from "./DropZone.tsx";
import { readDropped } from "./readDropped.ts";
import { UploadRow } from "./UploadRow.tsx";
import { useUploads } from "./useUploads.ts";

interface Properties {
  readonly api: Api;
  /** Whether this browser classifies as well. */
  readonly here: boolean;
  readonly hidden: boolean;
  readonly onAnswer: () => void;
}

/** Where pictures come in, and what becomes of each. */
export function Uploads({ api, here, hidden, onAnswer }: Properties) {
  const { uploads, add, clear } = useUploads(api, here, onAnswer);
  usePaste(add);
  const done = uploads.filter(({ phase }) => phase === "answered" || phase === "failed").length;
  return (
    <div class="stack" hidden={hidden}>
      <DropZone onFiles={add} />
      {uploads.length > 0 && (
        <section class="panel stack" aria-labelledby="uploads-title">
          <div class="row">
            <h2 id="uploads-title">Uploads</h2>
            <span class="quiet" role="status">
              {done} of {uploads.length} answered
            </span>
            {done > 0 && (
              <button type="button" onClick={clear}>
                Clear the answered ones
              </button>
            )}
          </div>
          <ul class="uploads">
            {uploads.map((upload) => (
              <UploadRow key={upload.id} upload={upload} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function usePaste(add: (files: readonly File[]) => void): void {
  useEffect(() => {
    const paste = async ({ clipboardData }: ClipboardEvent) => {
      if (clipboardData?.files.length) add(await readDropped(clipboardData));
    };
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  });
}
