import { conflict, notFound, record, row, transaction, type Actor } from "../base/index.ts";
import { itemPolicy, lockItem } from "../movement/index.ts";
import type { FlagPaper } from "./input.ts";

/** Flags a paper as under consideration (PUC) or fresh (FR), or takes the flag off. */
export function flagPaper(actor: Actor, input: ReturnType<typeof FlagPaper.parse>): Promise<void> {
  return transaction(async () => {
    const item = await lockItem(actor, input.fileId);
    if (!itemPolicy.can(actor, "work", item)) {
      throw conflict("{number} is not on your desk any more.", { number: item.number });
    }
    const flagged = await row<{ serial: number }>(
      `update correspondence set flag = nullif($flag, 'none') where id = $paper and file_id = $file
       returning serial`,
      { flag: input.flag, paper: input.paperId, file: item.id },
    );
    if (!flagged) {
      throw notFound();
    }
    await record(actor, "file.paper-flagged", {
      subject: { type: "file", id: item.id, itemId: item.id },
      detail: { number: item.number, serial: flagged.serial, flag: input.flag },
    });
  });
}
