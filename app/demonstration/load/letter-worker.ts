import { parentPort, workerData } from "node:worker_threads";
import { store, type StoredBytes } from "../../base/index.ts";
import type { PlannedReceipt } from "../history/plan.ts";
import { makeLetters } from "../letters/make-letters.ts";

/** A letter whose bytes lie in the store. */
export interface Drawn extends StoredBytes {
  readonly key: string;
}

await makeLetters(workerData as PlannedReceipt[], async ({ key }, bytes) => {
  parentPort?.postMessage({ key, ...(await store([bytes])) } satisfies Drawn);
});
