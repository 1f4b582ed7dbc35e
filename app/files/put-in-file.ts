import { conflict, invalid, record, row, rows, transaction, type Actor } from "../base/index.ts";
import { attachItem, itemPolicy, lockItem, type Item } from "../movement/index.ts";
import { addPaper, type Paper } from "./add-paper.ts";

interface ReceiptDocument {
  readonly id: string;
  readonly pages: number;
}

/** Puts a receipt in a file: it leaves the tray and becomes a numbered paper of the correspondence. */
export function putInFile(
  actor: Actor,
  { receiptId, fileId }: { readonly receiptId: string; readonly fileId: string },
): Promise<Paper> {
  return transaction(async () => {
    const { file, receipt } = await lockBoth(actor, { fileId, receiptId });
    refuseUnlessBothHeld(actor, { file, receipt });
    await refuseUnlessFit(file, receipt);
    await attachItem(actor, receipt, file);
    const paper = await addPaper(actor, {
      fileId,
      receiptId,
      direction: "in",
      title: receipt.subject,
      documents: await documentsOf(receiptId),
    });
    await record(actor, "file.receipt-put-in", {
      subject: { type: "file", id: fileId, itemId: fileId },
      detail: { number: file.number, receiptId, receipt: receipt.number, serial: paper.serial },
    });
    return paper;
  });
}

/** In the order of their ids, as batches lock, so that neither waits for the other. */
async function lockBoth(
  actor: Actor,
  ids: { readonly fileId: string; readonly receiptId: string },
) {
  if (ids.fileId < ids.receiptId) {
    const file = await lockItem(actor, ids.fileId);
    return { file, receipt: await lockItem(actor, ids.receiptId) };
  }
  const receipt = await lockItem(actor, ids.receiptId);
  return { file: await lockItem(actor, ids.fileId), receipt };
}

/** Whoever sees the file sees its papers; and a cover that was never opened says nothing in a file. */
async function refuseUnlessFit(file: Item, receipt: Item): Promise<void> {
  if (receipt.classification === "confidential" && file.classification !== "confidential") {
    throw conflict("{number} is confidential. Put it in a confidential file.", {
      number: receipt.number,
    });
  }
  if (
    await row("select 1 as found from receipts where item_id = $id and sealed", { id: receipt.id })
  ) {
    throw conflict("Open the cover of {number} and enter the letter first.", {
      number: receipt.number,
    });
  }
}

function refuseUnlessBothHeld(
  actor: Actor,
  { file, receipt }: { file: Item; receipt: Item },
): void {
  if (file.kind !== "file" || !itemPolicy.can(actor, "work", file)) {
    throw invalid("fileId", "Choose a file that lies on your desk.");
  }
  if (receipt.kind !== "receipt" || !itemPolicy.can(actor, "work", receipt)) {
    throw conflict("{number} is not on your desk any more.", { number: receipt.number });
  }
}

function documentsOf(receiptId: string): Promise<ReceiptDocument[]> {
  return rows<ReceiptDocument>(
    `select d.id, d.pages from receipt_documents rd join documents d on d.id = rd.document_id
     where rd.receipt_id = $receiptId order by rd.position`,
    { receiptId },
  );
}
