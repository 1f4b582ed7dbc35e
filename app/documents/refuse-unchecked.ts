import { conflict, notFound, row } from "../base/index.ts";
import { scannerPolicy } from "./scanner/policy.ts";
import { scanOf } from "./scanner/scan-content.ts";

/** Bytes that wait for the scanner are not handed out; bytes that carry a virus are not there. */
export async function refuseUnchecked(document: {
  readonly sha256: string;
  readonly name: string;
}): Promise<void> {
  const { scan } = await scanOf(document.sha256);
  if (scan === "infected") {
    throw notFound("This document carries a virus. It was taken away and cannot be opened.");
  }
  if (scan !== "clean") {
    throw conflict("{name} is being checked for viruses. It opens as soon as that is done.", {
      name: document.name,
    });
  }
}

/**
 * The same for everything that goes with an item on its way to another desk. The papers are named by a statement
 * that gives the ids of documents and binds `$item`.
 */
export async function refuseUncheckedPapers(itemId: string, documentIds: string): Promise<void> {
  if ((await scannerPolicy()) === "off") {
    return;
  }
  const unchecked = await row<{ sha256: string; name: string }>(
    `select d.sha256, d.name from documents d left join scanned_contents c on c.sha256 = d.sha256
     where d.id in (${documentIds}) and c.scan is distinct from 'clean' limit 1`,
    { item: itemId },
  );
  if (unchecked) {
    await refuseUnchecked(unchecked);
  }
}
