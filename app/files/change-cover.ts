import { change, conflict, record, transaction, type Actor } from "../base/index.ts";
import { itemPolicy, lockItem } from "../movement/index.ts";
import { findFile } from "./file.ts";
import type { ChangeCover } from "./input.ts";
import { coverOf } from "./open-file.ts";

/** Changes the cover of a file on one's desk; what it said before stays in the event. */
export function changeCover(
  actor: Actor,
  input: ReturnType<typeof ChangeCover.parse>,
): Promise<void> {
  return transaction(async () => {
    const item = await lockItem(actor, input.fileId);
    if (!itemPolicy.can(actor, "work", item)) {
      throw conflict("{number} is not on your desk any more.", { number: item.number });
    }
    await findFile(actor, item.id);
    await change("files", { itemId: item.id }, coverOf(input));
    await change("items", { id: item.id }, { subject: input.subject });
    await record(actor, "file.cover-changed", {
      subject: { type: "file", id: item.id, itemId: item.id },
      detail: { number: item.number, before: item.subject, after: input.subject },
    });
  });
}
