import { present } from "./present.ts";
import type { KeyReader } from "./readKeys.ts";
import type { FunctionConfig } from "./stackConfig.ts";

/** Reads the size of the function, and how the queue feeds it, as far as AWS takes them together. */
export function readFunction(keys: KeyReader): FunctionConfig {
  const reserved = keys.whole("reservedConcurrency", [1, 1000], undefined);
  const maximum = keys.whole("maximumConcurrency", [2, 1000], 10);
  // The queue would push more invocations than may run: messages would be throttled into the dead-letter queue.
  if (reserved && maximum > reserved)
    keys.problem("maximumConcurrency", `at most reservedConcurrency, ${reserved}`, String(maximum));
  const provisioned = keys.whole("provisionedConcurrency", [1, 1000], undefined);
  if (reserved && provisioned && provisioned > reserved)
    keys.problem("provisionedConcurrency", `at most reservedConcurrency, ${reserved}`, String(provisioned));
  const batchSize = keys.whole("batchSize", [1, 100], 10);
  const batchWindowSeconds = keys.whole("batchWindowSeconds", [0, 300], 1);
  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
  if (batchSize > 10 && batchWindowSeconds === 0)
    keys.problem("batchWindowSeconds", "at least 1, as batchSize is over 10", "0");
  return present({
    // From 1769 MB on a function has a whole processor: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
    memoryMegabytes: keys.whole("memoryMegabytes", [512, 10_240], 1769),
    timeoutSeconds: keys.whole("timeoutSeconds", [10, 900], 60),
    threads: keys.whole("threads", [1, 6], 1),
    reservedConcurrency: reserved,
    provisionedConcurrency: provisioned,
    batchSize,
    batchWindowSeconds,
    maximumConcurrency: maximum,
    maxReceiveCount: keys.whole("maxReceiveCount", [1, 1000], 5),
  });
}
