import { expect } from "chai";
import { row } from "../../app/base/index.ts";
import {
  approveDraft,
  changeDraft,
  createDraft,
  dropDraft,
  findDraft,
  keepBody,
  versionsOf,
} from "../../app/drafting/index.ts";
import { draftPolicy, type DraftAction } from "../../app/drafting/policy.ts";
import type { DraftState } from "../../app/drafting/choices.ts";
import { findItem, sendItem } from "../../app/movement/index.ts";
import { checkDocument, documentFromText, plainTextOf } from "../../app/writing/index.ts";
import { anOfficer } from "../support/builders.ts";
import {
  aDraft,
  aFile,
  anApprovedDraft,
  aSignatory,
  aWrittenLetter,
} from "../support/draft-builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { aReceipt } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";

const body = (text: string) => checkDocument(documentFromText(text));

describe("Writing a draft", () => {
  sandboxed();

  it("keeps every hand as a version, and none where nothing was changed", async () => {
    const officer = await aSignatory();
    const draft = await aDraft(officer);
    const same = { ...aWrittenLetter(officer), id: draft.id, version: 1 };
    expect((await changeDraft(officer, same)).version).to.equal(1);
    expect((await changeDraft(officer, { ...same, subject: "अन्य" })).version).to.equal(2);
    expect(await eventsOf(draft.id)).to.deep.equal(["draft.created", "draft.changed"]);
    const event = await row<{ detail: object }>(
      "select detail from events where subject_id = $id and action = 'draft.changed'",
      { id: draft.id },
    );
    expect(event?.detail).to.deep.include({ version: 2, fields: ["subject"] });
  });

  it("does not overwrite what another window saved", async () => {
    const officer = await aSignatory();
    const draft = await aDraft(officer);
    const from = { ...aWrittenLetter(officer), id: draft.id, version: 1 };
    await changeDraft(officer, { ...from, subject: "पहला" });
    expect(await refusalOf(changeDraft(officer, { ...from, subject: "दूसरा" }))).to.equal(
      "conflict",
    );
  });

  it("keeps the text on the screen apart until the file leaves, then as a version", async () => {
    const [officer, superior] = [await aSignatory(), await aSignatory()];
    const draft = await aDraft(officer);
    const kept = await keepBody(officer, { id: draft.id, body: body("आधा लिखा"), revision: 0 });
    await keepBody(officer, { id: draft.id, body: body("पूरा लिखा"), revision: kept.revision });
    expect(
      await refusalOf(
        keepBody(officer, { id: draft.id, body: body("पुराना"), revision: kept.revision }),
      ),
    ).to.equal("conflict");
    expect(await versionsOf(draft.id)).to.have.length(1);
    await sendItem(officer, { itemId: draft.itemId, toPostId: superior.postId });
    const versions = await versionsOf(draft.id);
    expect(versions.map(({ letter }) => plainTextOf(letter.body)).at(-1)).to.equal("पूरा लिखा");
    expect(versions.at(-1)?.postId).to.equal(officer.postId);
  });

  it("loses its approval by any edit", async () => {
    const officer = await aSignatory();
    const draft = await anApprovedDraft(officer);
    await changeDraft(officer, {
      ...aWrittenLetter(officer),
      id: draft.id,
      version: 1,
      body: "संशोधित पाठ",
    });
    const { draft: after } = await findDraft(officer, draft.id);
    expect(after).to.include({ state: "draft", approvedVersion: null, version: 2 });
  });

  it("is approved by the right alone, whole, and as it stands on the screen", async () => {
    const officer = await aSignatory();
    const without = { ...officer, permissions: new Set(["sign-letter"]) };
    const draft = await aDraft(officer);
    expect(await refusalOf(approveDraft(without, draft))).to.equal("forbidden");
    expect(await refusalOf(approveDraft(officer, { ...draft, version: 2 }))).to.equal("conflict");
    await keepBody(officer, { id: draft.id, body: body("कुछ और"), revision: 0 });
    expect(await refusalOf(approveDraft(officer, draft))).to.equal("conflict");
    const bare = await createDraft(officer, { itemId: draft.itemId });
    const refusal = await refused(approveDraft(officer, bare));
    expect(refusal.fields.map(({ field }) => field)).to.deep.equal([
      "body",
      "signatoryPostId",
      "to",
    ]);
  });

  it("is touched by the holder only, and does not exist for strangers", async () => {
    const [officer, superior, stranger] = [
      await aSignatory(),
      await aSignatory(),
      await aSignatory(),
    ];
    const draft = await aDraft(officer);
    await sendItem(officer, { itemId: draft.itemId, toPostId: superior.postId });
    const change = { ...aWrittenLetter(officer), id: draft.id, version: 1, subject: "अन्य" };
    expect(await refusalOf(changeDraft(officer, change))).to.equal("conflict");
    expect(await refusalOf(changeDraft(stranger, change))).to.equal("not-found");
    expect((await changeDraft(superior, change)).version).to.equal(2);
    const file = await aFile(officer);
    expect(await refusalOf(createDraft(stranger, { itemId: file.id }))).to.equal("not-found");
  });

  it("begins with the sender and number of the letter it answers", async () => {
    const officer = await aSignatory();
    const { item } = await aReceipt(officer, { letterNumber: "45/2026", letterOn: "2026-10-28" });
    const { id } = await createDraft(officer, { itemId: item.id, nature: "reply" });
    const [version] = await versionsOf(id);
    expect(version?.letter.references).to.deep.equal(["आपका पत्र क्रमांक 45/2026, दिनांक 28.10.2026"]);
    expect(version?.letter.to[0]?.name).to.equal("कलेक्टर, रायपुर");
  });

  it("is dropped with a reason and stays to be read", async () => {
    const officer = await aSignatory();
    const draft = await anApprovedDraft(officer);
    await dropDraft(officer, { id: draft.id, reason: "आवश्यकता नहीं" });
    expect(await refusalOf(dropDraft(officer, { id: draft.id, reason: "पुनः" }))).to.equal(
      "conflict",
    );
    expect(await versionsOf(draft.id)).to.have.length(1);
    expect(await eventsOf(draft.id)).to.deep.equal([
      "draft.created",
      "draft.approved",
      "draft.dropped",
    ]);
  });

  it("is open to each step in its own state only", async () => {
    const officer = await aSignatory();
    const item = await findItem(officer, (await aFile(officer)).id);
    const allowed: Record<DraftAction, readonly DraftState[]> = {
      change: ["draft", "approved"],
      approve: ["draft"],
      sign: ["approved"],
      print: ["approved"],
      scan: ["awaiting-scan"],
      drop: ["draft", "approved"],
    };
    const states = ["draft", "approved", "awaiting-scan", "issued", "dropped"] as const;
    const stranger = await anOfficer({ roles: ["draft-approver", "signatory"] });
    for (const [action, expected] of Object.entries(allowed) as [DraftAction, DraftState[]][]) {
      for (const state of states) {
        const at = { draft: { state }, item };
        expect(draftPolicy.can(officer, action, at), `${action} ${state}`).to.equal(
          expected.includes(state),
        );
        expect(draftPolicy.can(stranger, action, at)).to.equal(false);
      }
    }
  });
});
