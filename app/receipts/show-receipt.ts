import { row, type Actor, type BilingualName } from "../base/index.ts";
import {
  findItem,
  openItem,
  possibleSteps,
  trailOf,
  viewer,
  visibleTo,
  type Hop,
  type Item,
  type PossibleSteps,
} from "../movement/index.ts";
import { papersOf, type Paper } from "./papers.ts";
import { receiptPolicy } from "./policy.ts";
import { findReceipt, type Receipt } from "./receipt.ts";

/** Everything the page of a receipt shows. */
export interface ShownReceipt {
  readonly item: Item;
  readonly receipt: Receipt;
  readonly papers: readonly Paper[];
  readonly hops: readonly Hop[];
  readonly steps: PossibleSteps;
  readonly mayChange: boolean;
  readonly mayAcknowledge: boolean;
  readonly mayPutInFile: boolean;
  readonly isRead: boolean;
  readonly office: BilingualName | null;
  /** The item it answers, and the file it lies in, if the reader sees them. */
  readonly repliesTo: LinkedItem | null;
  readonly file: LinkedItem | null;
}

export interface LinkedItem {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
}

/** The receipt as this reader sees it. Looking at it is opening it. */
export async function showReceipt(actor: Actor, itemId: string): Promise<ShownReceipt> {
  const found = await findItem(actor, itemId);
  const receipt = await findReceipt(actor, itemId);
  await openItem(actor, found);
  const item = found.openedAt === null ? await findItem(actor, itemId) : found;
  const steps = possibleSteps(actor, item);
  return {
    item,
    receipt,
    papers: await papersOf(itemId),
    hops: await trailOf(actor, itemId),
    steps,
    mayChange: receiptPolicy.can(actor, "change", { item, receipt }),
    mayAcknowledge: receiptPolicy.can(actor, "acknowledge", { item, receipt }),
    mayPutInFile: steps.send && !receipt.sealed,
    isRead: found.openedAt !== null,
    office: await officeOf(receipt.diaryUnitId),
    repliesTo: await linked(actor, receipt.replyToItemId),
    file: await linked(actor, item.parentId),
  };
}

async function linked(actor: Actor, id: string | null): Promise<LinkedItem | null> {
  const found =
    id === null
      ? undefined
      : await row<LinkedItem>(
          `select i.id, i.kind, i.number from items i where i.id = $id and ${visibleTo("i")}`,
          { id, ...viewer(actor) },
        );
  return found ?? null;
}

export async function officeOf(unitId: string): Promise<BilingualName | null> {
  const unit = await row<BilingualName>(
    `select name_en as "nameEn", name_hi as "nameHi" from units where id = $unitId`,
    { unitId },
  );
  return unit ?? null;
}
