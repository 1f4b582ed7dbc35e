import { expect } from "chai";
import { findDraft, notesOf } from "../../app/notes/index.ts";
import { anOfficer, itemNow } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { aDraftNote, aFile, aNoteSent } from "../support/file-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

describe("Agreeing with one tap", () => {
  sandboxed();

  async function aFileUnder() {
    const clerk = await anOfficer({ roles: ["dealing-hand"], nameEn: "Asha Netam" });
    const officer = await anOfficer();
    const file = await aFile(clerk);
    await aNoteSent(clerk, { fileId: file.id, to: officer, text: "प्रस्ताव प्रस्तुत।" });
    return { clerk, officer, file };
  }

  it("signs the agreement and sends the file on, in one step", async () => {
    const { clerk, file, officer } = await aFileUnder();
    const visit = await visitAs(officer, "hi");
    const form = await visit.get(`/files/${file.id}/agreement`);
    expect(form.$("main").text()).to.include("सहमत");
    const sent = await visit.post(`/files/${file.id}/agreement`, { toPostId: clerk.postId });
    expect([sent.status, sent.location]).to.deep.equal([303, "/tray"]);
    const last = (await notesOf(file.id)).at(-1);
    expect([last?.agrees, last?.paragraphFrom]).to.deep.equal([true, 2]);
    expect((await itemNow(file.id))["holder_post_id"]).to.equal(clerk.postId);
    expect(await eventsOf(file.id)).to.include.members(["note.signed", "item.sent"]);
  });

  it("keeps words of one's own: they are sent, not agreed over", async () => {
    const { clerk, file, officer } = await aFileUnder();
    await aDraftNote(officer, file.id, "मेरा मत भिन्न है।");
    const visit = await visitAs(officer);
    const refused = await visit.post(`/files/${file.id}/agreement`, { toPostId: clerk.postId });
    expect(refused.status).to.equal(409);
    expect(refused.$(".error-summary").text()).to.include("a note of your own");
    expect(await findDraft(officer, file.id)).to.not.equal(undefined);
    expect((await itemNow(file.id))["holder_post_id"]).to.equal(officer.postId);
  });

  it("needs a note to agree with, a receiver, and the file on one's desk", async () => {
    const { clerk, file, officer } = await aFileUnder();
    const fresh = await aFile(clerk);
    const program = await programOf(clerk);
    const to = { toPostId: officer.postId };
    expect((await program.post(`/files/${fresh.id}/agreement`, to)).status).to.equal(409);
    expect((await program.post(`/files/${file.id}/agreement`, to)).status).to.equal(409);
    const holder = await programOf(officer);
    expect((await holder.post(`/files/${file.id}/agreement`, {})).status).to.equal(422);
    expect((await holder.post(`/files/${file.id}/agreement`, to)).status).to.equal(422);
    const stranger = await programOf(await anOfficer());
    expect((await stranger.post(`/files/${file.id}/agreement`, to)).status).to.equal(404);
    expect(await notesOf(file.id)).to.have.length(1);
  });
});
