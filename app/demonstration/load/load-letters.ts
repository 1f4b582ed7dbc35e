import { store, type UploadedFile } from "../../base/index.ts";
import type { HistoryPlan } from "../history/plan.ts";
import { makeLetters } from "../letters/make-letters.ts";
import { counter } from "./progress.ts";

/** Draws every letter and puts its bytes in the store. */
export async function loadLetters(plan: HistoryPlan): Promise<ReadonlyMap<string, UploadedFile>> {
  const electronic = [...plan.receipts.values()].filter(({ nature }) => nature === "electronic");
  const tick = counter("letters drawn", electronic.length);
  const letters = new Map<string, UploadedFile>();
  await makeLetters(electronic, async ({ key, subject }, bytes) => {
    const stored = await store([bytes]);
    letters.set(key, { ...stored, field: "files", name: `${subject.slice(0, 60)}.pdf` });
    tick();
  });
  return letters;
}
