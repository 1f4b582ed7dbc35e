import { rows } from "../../base/index.ts";
import type { Change } from "./judge-rows.ts";

/** How many rows of an import are of each kind. */
export async function countChanges(importId: string): Promise<Readonly<Record<Change, number>>> {
  const found = await rows<{ change: Change; count: number }>(
    "select change, count(*) as count from import_rows where import_id = $importId group by change",
    { importId },
  );
  const none = { new: 0, changed: 0, same: 0, wrong: 0 };
  return { ...none, ...Object.fromEntries(found.map(({ change, count }) => [change, count])) };
}
