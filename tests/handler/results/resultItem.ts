import { normalizeSequencer } from "../../../handler/events/normalizeSequencer.ts";
import type { ResultItem } from "../../../handler/results/resultItem.ts";

/** A classified result with everything in it, unless told otherwise. */
export function resultItem(changes: Partial<ResultItem>): ResultItem {
  return {
    id: "id-1",
    bucket: "images",
    key: "cat.jpg",
    etag: "e1",
    sequencer: normalizeSequencer("0055AED6DCD90281E5"),
    bytes: 37_971,
    sha256: "ab12",
    modelName: "efficientnet-lite0",
    modelVersion: "1.0.0",
    modelSha256: "cd34",
    status: "classified",
    classifiedAt: "2026-01-01T12:00:00.000Z",
    format: "jpeg",
    width: 451,
    height: 300,
    labels: [{ label: "tabby", score: 0.5, index: 281 }],
    abstained: false,
    timings: { decode: 1, preprocess: 2, inference: 3 },
    reused: false,
    topLabel: "tabby",
    ...changes,
  };
}
