import type { HereAnswer, HereQuestion } from "./hereAnswer.ts";

let worker: Worker | undefined;
let questions = 0;

/** Classifies a file in this browser; the model is loaded at the first one. */
export async function classifyHere(file: Blob): Promise<HereAnswer> {
  worker ??= new Worker(new URL("here/worker.js", location.origin), { type: "module" });
  const [own, id] = [worker, ++questions];
  const question: HereQuestion = { id, bytes: new Uint8Array(await file.arrayBuffer()) };
  return new Promise((resolve) => {
    const onMessage = ({ data }: MessageEvent<HereAnswer>) => {
      if (data.id !== id) return;
      own.removeEventListener("message", onMessage);
      resolve(data);
    };
    own.addEventListener("message", onMessage);
    own.addEventListener("error", ({ message }) => resolve({ id, problem: { code: "not-here", message } }), {
      once: true,
    });
    own.postMessage(question);
  });
}
