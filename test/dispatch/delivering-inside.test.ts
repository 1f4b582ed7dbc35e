import { expect } from "chai";
import { row } from "../../app/base/index.ts";
import { deliver } from "../../app/base/jobs.ts";
import { dispatchesOf } from "../../app/dispatch/index.ts";
import { signDraft } from "../../app/drafting/index.ts";
import { findItem, openItem, sendItem } from "../../app/movement/index.ts";
import { anOfficer, itemNow } from "../support/builders.ts";
import { anApprovedDraft, aSignatory } from "../support/draft-builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";

/** What the relay does with the event of the letter. */
async function deliverLetter(letterId: string): Promise<void> {
  const event = await row<{ id: string }>(
    "select id from events where subject_id = $letterId and action = 'letter.issued'",
    { letterId },
  );
  await deliver({ eventId: event?.id ?? "", job: "dispatch.deliver-inside" });
}

async function issuedTo(postIds: readonly string[]) {
  const officer = await aSignatory();
  const draft = await anApprovedDraft(officer, { to: "", toPostIds: [...postIds] });
  return { officer, draft, ...(await signDraft(officer, draft)) };
}

describe("Delivering a letter inside the secretariat", () => {
  sandboxed();

  it("lays a receipt unread on the addressee's desk, which can be forwarded", async () => {
    const [collector, clerk] = [await anOfficer(), await anOfficer()];
    const { letterId } = await issuedTo([collector.postId]);
    await deliverLetter(letterId);
    const [dispatch] = await dispatchesOf(letterId);
    expect(dispatch).to.include({ state: "delivered", mode: "e_office", position: 1 });
    const receiptId = dispatch?.receiptId ?? "";
    const item = await findItem(collector, receiptId);
    expect(item).to.include({
      kind: "receipt",
      state: "moving",
      openedAt: null,
      holderPostId: collector.postId,
      unitId: collector.unitId,
    });
    await openItem(collector, item);
    await sendItem(collector, { itemId: receiptId, toPostId: clerk.postId });
    expect(await itemNow(receiptId)).to.include({ holder_post_id: clerk.postId });
    expect(await eventsOf(dispatch?.id ?? "")).to.deep.equal([
      "dispatch.made",
      "dispatch.delivered",
    ]);
  });

  it("carries the very bytes that were signed, under a diary number of the receiver", async () => {
    const collector = await anOfficer();
    const { letterId, number } = await issuedTo([collector.postId]);
    await deliverLetter(letterId);
    const receipt = await row<Record<string, unknown>>(
      `select r.letter_number as "letterNumber", r.diary_unit_id as unit, d.sha256 = l.document_sha256 as same
       from receipts r join letters l on l.id = r.from_letter_id
       join receipt_documents rd on rd.receipt_id = r.item_id join documents d on d.id = rd.document_id
       where l.id = $letterId`,
      { letterId },
    );
    expect(receipt).to.deep.equal({ letterNumber: number, unit: collector.unitId, same: true });
  });

  it("happens once, however often the event comes", async () => {
    const collector = await anOfficer();
    const { letterId } = await issuedTo([collector.postId]);
    await deliverLetter(letterId);
    await deliverLetter(letterId);
    const made = await row<{ count: number }>(
      "select count(*)::int as count from receipts where from_letter_id = $letterId",
      { letterId },
    );
    expect(made?.count).to.equal(1);
  });
});
