/** What becomes of drafts when the receipt they stand on goes into a file, or what they stand on is thrown away. */
import { change, conflict, record, row, words } from "../base/index.ts";
import { beforeDiscarding, whenAttached, type Departure } from "../movement/index.ts";
import { draftsOf, isLive } from "./draft.ts";

/** The file is on the desk, the receipt inside it is not: a draft that stayed behind could never be issued. */
whenAttached("receipt", async ({ actor, item, parent }) => {
  for (const { id } of (await draftsOf(item.id)).filter(isLive)) {
    await change("drafts", { id }, { itemId: parent.id });
    await record(actor, "draft.moved", {
      subject: { type: "draft", id, itemId: parent.id },
      detail: { from: item.id, to: parent.id, number: parent.number },
    });
  }
});

/** A letter that went out, or whose number stands on paper, needs the item it came from. */
async function refuseWhileNumbered({ item }: Departure): Promise<void> {
  const numbered = await row(
    `select 1 as found from drafts where item_id = $item and state in ('awaiting-scan', 'issued')
     union all select 1 from cancelled_numbers c join drafts d on d.id = c.draft_id
     where d.item_id = $item limit 1`,
    { item: item.id },
  );
  if (numbered) {
    throw conflict(
      words("A letter of {number} has its number already, so {number} cannot be thrown away."),
      { number: item.number },
    );
  }
}

for (const kind of ["file", "receipt"]) {
  beforeDiscarding(kind, refuseWhileNumbered);
}
