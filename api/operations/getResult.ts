import { setTimeout as sleep } from "node:timers/promises";
import type { Operation } from "../dependencies.ts";
import { findVisible } from "../findVisible.ts";
import { Problem } from "../problem.ts";
import { showItem } from "../showItem.ts";

const pollMilliseconds = 250;
/** API Gateway gives up after 30 seconds. */
const longestWaitSeconds = 20;

/** The result of one image. A pending one says when to ask again; `wait` holds the answer back until it is there. */
export const getResult: Operation = async (call, dependencies) => {
  const end = Date.now() + readWait(call.parameters["wait"]) * 1000;
  let item = await findVisible(call, dependencies);
  while (item.status === "pending" && Date.now() < end) {
    await sleep(pollMilliseconds);
    item = await findVisible(call, dependencies);
  }
  return Response.json(showItem(item), { headers: item.status === "pending" ? { "retry-after": "1" } : {} });
};

function readWait(text = "0"): number {
  if (/^\d{1,2}$/.test(text) && Number(text) <= longestWaitSeconds) return Number(text);
  throw new Problem("bad-parameter", `wait: expected 0 to ${longestWaitSeconds} seconds, got "${text.slice(0, 40)}"`);
}
