import { setTimeout as sleep } from "node:timers/promises";
import type { Reporter } from "../../handler/createHandler.ts";
import type { Pipeline } from "../../handler/pipeline.ts";
import type { Handled } from "../../handler/storeOutcome.ts";
import { backOff } from "../../webhook/backOff.ts";
import { deliver } from "../../webhook/deliver.ts";
import type { WebhookTargets } from "../../webhook/webhook.ts";

const attempts = 5;

/** What stands around the webhooks of a local stack. */
export interface LocalWebhooks {
  readonly pipeline: Pipeline;
  readonly targets: WebhookTargets;
  readonly report: Reporter;
  /** Ends the waiting when the stack closes. */
  readonly closing: AbortSignal;
  /** Seconds that stand for one of the cloud's: nobody at a laptop waits for minutes. */
  readonly pace?: number;
}

/** Stands for the stream, the pipe and the queue of webhooks: a result that somebody waits for is sent until it arrives. */
export function sendWebhooks({ pipeline, targets, report, closing, pace = 0.02 }: LocalWebhooks) {
  return async ({ item, written }: Handled): Promise<void> => {
    if (!written || !item.notify) return;
    for (let attempt = 1; attempt <= attempts && !closing.aborted; attempt++) {
      try {
        await deliver(item.id, { ...pipeline, targets });
        return;
      } catch (error) {
        report.retry(error as Error, item.id);
        await sleep(backOff(attempt) * 1000 * pace, undefined, { signal: closing }).catch(() => undefined);
      }
    }
  };
}
