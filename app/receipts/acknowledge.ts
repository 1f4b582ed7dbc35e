import { change, conflict, now, record, transaction, type Actor } from "../base/index.ts";
import { lockItem } from "../movement/index.ts";
import { receiptPolicy } from "./policy.ts";
import { findReceipt } from "./receipt.ts";

/** Notes that the acknowledgement was handed over or sent. */
export function acknowledgeReceipt(actor: Actor, itemId: string): Promise<void> {
  return transaction(async () => {
    const item = await lockItem(actor, itemId);
    const receipt = await findReceipt(actor, itemId);
    receiptPolicy.authorize(actor, "acknowledge", { item, receipt });
    if (receipt.acknowledgedAt) {
      throw conflict("{number} is acknowledged already.", { number: item.number });
    }
    await change("receipts", { itemId }, { acknowledgedAt: now() });
    await record(actor, "receipt.acknowledged", {
      subject: { type: "receipt", id: itemId, itemId },
      detail: { number: item.number },
    });
  });
}
