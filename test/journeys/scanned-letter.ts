import {
  buildOffice,
  createRandom,
  makeLetter,
  planHistory,
} from "../../app/demonstration/index.ts";

/** A letter that came on paper: pictures of pages, without any text. */
export async function aScannedLetter(): Promise<Buffer> {
  const random = createRandom("journey");
  const plan = planHistory(
    random,
    buildOffice(random, "2026-11-20"),
    new Date("2026-11-20T10:00:00Z"),
  );
  const scanned = [...plan.receipts.values()].find(
    (receipt) => receipt.scanned && receipt.pages > 1,
  );
  if (!scanned) {
    throw new Error("The demonstration plans no scanned letter");
  }
  return makeLetter(scanned);
}
