import pLimit from "p-limit";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Api } from "../api/api.ts";
import { classifyHere } from "../here/classifyHere.ts";
import type { Upload } from "./upload.ts";
import { uploadImage } from "./uploadImage.ts";

/** Uploads at once: more would only share the same line. */
const together = 3;

/** The uploads of this page, newest first, and how to add files to them. */
export function useUploads(api: Api, here: boolean, onAnswer: () => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [limit, count] = [useMemo(() => pLimit(together), []), useRef(0)];
  const change = (id: number, news: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...news } : upload)));

  const send = async (id: number, file: File) => {
    try {
      const [result] = await Promise.all([
        uploadImage(api, file, (progress) => change(id, progress)),
        here ? classifyHere(file).then((answer) => change(id, { here: answer })) : undefined,
      ]);
      change(id, { phase: "answered", result });
      onAnswer();
    } catch (error) {
      change(id, { phase: "failed", problem: (error as Error).message });
    }
  };

  const add = (files: readonly File[]) => {
    const added = files.map((file) => ({ file, id: ++count.current }));
    const waiting = added.map(({ file, id }) => ({ id, name: file.name, phase: "waiting", sent: 0 }) as const);
    setUploads((all) => [...waiting, ...all]);
    for (const { file, id } of added) void limit(() => send(id, file));
  };
  const clear = () => setUploads((all) => all.filter(({ phase }) => phase !== "answered" && phase !== "failed"));
  return { uploads, add, clear };
}
