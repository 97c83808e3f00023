import { useRef, useState } from "preact/hooks";
import { CameraDialog } from "./CameraDialog.tsx";
import { readDropped } from "./readDropped.ts";

/** Where files are dropped, chosen, or taken by the camera. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const [camera, setCamera] = useState(false);
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])].filter(({ type }) => type.startsWith("image/") || input === files.current));
    // The same file may be chosen again.
    input.value = "";
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) onFiles(await readDropped(event.dataTransfer));
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover");
  };
  return (
    <section
      class={`panel drop ${over ? "over" : ""}`}
      aria-label="Add images"
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drop}
    >
      <p>Drop pictures or folders here, or paste a picture.</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => files.current?.click()}>
          Choose pictures
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
        <button type="button" onClick={() => setCamera(true)}>
          Take a picture
        </button>
      </div>
      <input
        {...{ ref: files, type: "file", accept: "image/*", multiple: true, hidden: true, "data-files": "" }}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        {...{ ref: folder, type: "file", webkitdirectory: true, hidden: true, "data-folder": "" }}
        onChange={(event) => take(event.currentTarget)}
      />
      {camera && <CameraDialog onPicture={(file) => onFiles([file])} onClose={() => setCamera(false)} />}
    </section>
  );
}
