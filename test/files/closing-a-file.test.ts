import { expect } from "chai";
import { findFile, flagPaper } from "../../app/files/index.ts";
import { closeItem, reopenItem, sendItem } from "../../app/movement/index.ts";
import { notesOf } from "../../app/notes/index.ts";
import { anOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { aDraftNote, aFile, aPaperIn } from "../support/file-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

describe("Closing a file", () => {
  sandboxed();

  it("says how long it is kept, and signs the note that lay on it", async () => {
    const officer = await anOfficer({ roles: ["officer"] });
    const file = await aFile(officer);
    await aDraftNote(officer, file.id, "नस्तीबद्ध किया जाए।");
    const visit = await visitAs(officer);
    const closed = await visit.post(`/files/${file.id}/closure`, {
      recordCategory: "C",
      closingRemarks: "कार्यवाही पूर्ण",
    });
    expect(closed.status).to.equal(303);
    const { closingRemarks, item, recordCategory } = await findFile(officer, file.id);
    expect([item.state, recordCategory, closingRemarks]).to.deep.equal([
      "closed",
      "C",
      "कार्यवाही पूर्ण",
    ]);
    expect(await notesOf(file.id)).to.have.length(1);
    expect(await eventsOf(file.id)).to.include.members([
      "file.closed",
      "item.closed",
      "note.signed",
    ]);
    const page = await visit.get(`/files/${file.id}`);
    expect(page.$(".tag-done").text()).to.equal("Closed");
    expect(page.$("#draft-note")).to.have.length(0);
  });

  it("asks for the record category, even by the general way", async () => {
    const officer = await anOfficer({ roles: ["officer"] });
    const file = await aFile(officer);
    const visit = await visitAs(officer);
    const refused = await visit.post(`/files/${file.id}/closure`, {});
    expect(refused.status).to.equal(422);
    expect(refused.$(".field-error").text()).to.include("how long");
    expect(await refusalOf(closeItem(officer, { itemId: file.id }))).to.equal("conflict");
  });

  it("refuses while a paper is under consideration", async () => {
    const officer = await anOfficer({ roles: ["officer"] });
    const file = await aFile(officer);
    const paper = await aPaperIn(officer, { fileId: file.id });
    await flagPaper(officer, { fileId: file.id, paperId: paper.id, flag: "puc" });
    const visit = await visitAs(officer);
    const shown = await visit.get(`/files/${file.id}/closure`);
    expect(shown.$(".notice").text()).to.include("under consideration");
    expect(
      (await visit.post(`/files/${file.id}/closure`, { recordCategory: "A" })).status,
    ).to.equal(409);
    expect((await findFile(officer, file.id)).recordCategory).to.equal(null);
  });

  it("is for a section officer or above who holds it", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const file = await aFile(clerk);
    const close = { recordCategory: "B" };
    expect((await (await visitAs(clerk)).post(`/files/${file.id}/closure`, close)).status).to.equal(
      403,
    );
    const officer = await anOfficer({ roles: ["officer"] });
    const stranger = await visitAs(officer);
    expect((await stranger.post(`/files/${file.id}/closure`, close)).status).to.equal(404);
    await sendItem(clerk, { itemId: file.id, toPostId: officer.postId });
    expect((await (await visitAs(clerk)).post(`/files/${file.id}/closure`, close)).status).to.equal(
      409,
    );
    expect((await stranger.post(`/files/${file.id}/closure`, close)).status).to.equal(303);
    await reopenItem(officer, { itemId: file.id });
    expect((await findFile(officer, file.id)).item.state).to.equal("moving");
  });
});
