import { row } from "../../base/index.ts";

/** How many acts the record holds about a file. The caller has found it for the actor. */
export async function countEvents(itemId: string): Promise<number> {
  const found = await row<{ events: number }>(
    "select count(*) as events from events where item_id = $itemId",
    { itemId },
  );
  return found?.events ?? 0;
}
