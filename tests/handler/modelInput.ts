import type { ModelInput } from "../../handler/model/manifest.ts";

/** An input of 4 × 2 that leaves bytes as they are, unless told otherwise. */
export function modelInput(changes: Partial<ModelInput> = {}): ModelInput {
  return {
    name: "input",
    layout: "NCHW",
    width: 4,
    height: 2,
    resize: { rule: "stretch", crop: "none", filter: "bilinear" },
    mean: [0, 0, 0],
    scale: [1, 1, 1],
    channelOrder: "RGB",
    ...changes,
  };
}
