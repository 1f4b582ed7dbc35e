import {
  change,
  conflict,
  forbidden,
  record,
  row,
  transaction,
  type Actor,
} from "../base/index.ts";
import { beforeClosing, closeItem, itemPolicy, lockItem } from "../movement/index.ts";
import { findFile } from "./file.ts";
import type { CloseFile } from "./input.ts";
import { mayApproveClosing } from "./policy.ts";

beforeClosing("file", async ({ actor, item }) => {
  if (!mayApproveClosing(actor)) {
    throw forbidden("A section officer or above closes files. Send it up with your proposal.");
  }
  const found = await row<{ flagged: number; category: string | null }>(
    `select (select count(*) from correspondence where file_id = $file and flag is not null) as flagged,
       record_category as category from files where item_id = $file`,
    { file: item.id },
  );
  if ((found?.flagged ?? 0) > 0) {
    throw conflict("{number} still has papers under consideration. Take their flags off first.", {
      number: item.number,
    });
  }
  if (found?.category === null) {
    throw conflict("Say how long {number} is to be kept: close it from its own page.", {
      number: item.number,
    });
  }
});

/** Closes a file and says how long it is kept. */
export function closeFile(actor: Actor, input: ReturnType<typeof CloseFile.parse>): Promise<void> {
  return transaction(async () => {
    const item = await lockItem(actor, input.fileId);
    await findFile(actor, item.id);
    if (!itemPolicy.can(actor, "close", item)) {
      throw conflict("{number} is not on your desk in a state that allows this.", {
        number: item.number,
      });
    }
    await change(
      "files",
      { itemId: item.id },
      { recordCategory: input.recordCategory, closingRemarks: input.closingRemarks ?? null },
    );
    await closeItem(actor, { itemId: item.id, remarks: input.closingRemarks ?? null });
    await record(actor, "file.closed", {
      subject: { type: "file", id: item.id, itemId: item.id },
      detail: { number: item.number, recordCategory: input.recordCategory },
    });
  });
}
