import { Worker } from "node:worker_threads";
import type { UploadedFile } from "../../base/index.ts";
import type { HistoryPlan, PlannedReceipt } from "../history/plan.ts";
import type { Drawn } from "./letter-worker.ts";

/** The letters of a plan; each can be waited for by its key while the others are still being drawn. */
export interface Letters {
  readonly letter: (key: string) => Promise<UploadedFile> | undefined;
  readonly finished: Promise<unknown>;
}

/** Drawing takes longer than living: two draw while this thread replays the year. */
const drawers = 2;

/** Draws every letter beside this thread, the earliest first, while the year is lived through on it. */
export function loadLetters(plan: HistoryPlan): Letters {
  const electronic = [...plan.receipts.values()]
    .filter(({ nature }) => nature === "electronic")
    .toSorted((one, other) => one.receivedOn.localeCompare(other.receivedOn));
  const waiting = new Map(
    electronic.map(({ key }) => [key, Promise.withResolvers<UploadedFile>()]),
  );
  const subjects = new Map(electronic.map(({ key, subject }) => [key, subject]));
  const take = ({ key, sha256, bytes }: Drawn): void => {
    const name = `${(subjects.get(key) ?? key).slice(0, 60)}.pdf`;
    waiting.get(key)?.resolve({ sha256, bytes, field: "files", name });
  };
  const shares = Array.from({ length: drawers }, (_, share) =>
    electronic.filter((_receipt, index) => index % drawers === share),
  );
  const finished = Promise.all(shares.map((share) => drawElsewhere(share, take)));
  return { letter: (key) => waiting.get(key)?.promise, finished };
}

function drawElsewhere(
  receipts: readonly PlannedReceipt[],
  take: (drawn: Drawn) => void,
): Promise<void> {
  const worker = new Worker(workerFile(), { workerData: receipts });
  worker.on("message", take);
  return new Promise((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The letters stopped with code ${code}`)),
    );
  });
}

/** Compiled or not, the worker lies beside this file. */
function workerFile(): URL {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`./letter-worker.${extension}`, import.meta.url);
}
