import { expect } from "chai";
import { pullBackItem, sendItem } from "../../app/movement/index.ts";
import { findDraft, notesOf } from "../../app/notes/index.ts";
import { anOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { aDraftNote, aFile, aNoteSent, written } from "../support/file-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs, visitAsStranger } from "../support/visit.ts";

describe("The yellow note", () => {
  sandboxed();

  async function aDesk() {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const officer = await anOfficer();
    return { clerk, officer, file: await aFile(clerk) };
  }
  const { document } = written("प्रकरण का परीक्षण किया गया।");

  it("is kept by the editor, revision by revision, and seen by nobody else", async () => {
    const { clerk, file, officer } = await aDesk();
    const program = await programOf(clerk);
    const saved = await program.put(`/files/${file.id}/draft-note`, {
      body: document,
      revision: 0,
    });
    expect(saved.status).to.equal(200);
    expect(saved.json()).to.have.property("revision", 1);
    expect(saved.json()).to.have.property("savedAt");
    const again = await program.put(`/files/${file.id}/draft-note`, {
      body: document,
      revision: 1,
    });
    expect(again.json()).to.have.property("revision", 2);
    expect((await findDraft(clerk, file.id))?.body).to.deep.equal(document);
    expect(await findDraft(officer, file.id)).to.equal(undefined);
    expect(await eventsOf(file.id)).not.to.include("note.signed");
  });

  it("is not overwritten by an older window", async () => {
    const { clerk, file } = await aDesk();
    await aDraftNote(clerk, file.id, "पहली खिड़की");
    const program = await programOf(clerk);
    const late = await program.put(`/files/${file.id}/draft-note`, { body: document, revision: 0 });
    expect(late.status).to.equal(409);
    expect(late.json()).to.have.property("title").that.includes("दूसरी विंडो");
    const visit = await visitAs(clerk);
    const form = await visit.post(`/files/${file.id}/draft-note`, {
      body: "दूसरी खिड़की",
      revision: "0",
    });
    expect(form.status).to.equal(409);
    expect(form.$("textarea[name=body]").text()).to.include("दूसरी खिड़की");
    expect(form.$(".disclosure").text()).to.include("पहली खिड़की");
    expect(form.$("input[name=revision]").val()).to.equal("1");
  });

  it("is saved without script by its button, in plain words", async () => {
    const { clerk, file } = await aDesk();
    const visit = await visitAs(clerk);
    const saved = await visit.post(`/files/${file.id}/draft-note`, {
      body: "पहला अनुच्छेद\n\nदूसरा अनुच्छेद",
      revision: "0",
    });
    expect([saved.status, saved.location]).to.deep.equal([303, `/files/${file.id}#draft-note`]);
    expect((await findDraft(clerk, file.id))?.body.content).to.have.length(2);
    const page = await visit.get(`/files/${file.id}`);
    expect(page.$("textarea[name=body]").text()).to.include("दूसरा अनुच्छेद");
  });

  it("refuses a text that breaks the grammar, with words", async () => {
    const { clerk, file } = await aDesk();
    const program = await programOf(clerk);
    const text = (content: object) => ({ type: "doc", content: [content] });
    for (const body of [
      text({ type: "script", content: [] }),
      text({
        type: "paragraph",
        content: [{ type: "text", text: "x", marks: [{ type: "link" }] }],
      }),
      text({ type: "paragraph", onclick: "alert(1)" }),
      { type: "paragraph" },
      { doc: true },
    ]) {
      const refused = await program.put(`/files/${file.id}/draft-note`, { body, revision: 0 });
      expect(refused.status, JSON.stringify(body)).to.equal(422);
      const { errors } = refused.json() as { errors: { field: string; words: string }[] };
      expect(errors[0]?.field).to.equal("body");
      expect(errors[0]?.words, "in Hindi").to.match(/[ऀ-ॿ]/);
    }
    const long = await program.put(`/files/${file.id}/draft-note`, {
      body: "क".repeat(90_000),
      revision: 0,
    });
    expect(long.status).to.equal(422);
    expect(await findDraft(clerk, file.id)).to.equal(undefined);
  });

  it("needs somebody signed in, who holds the file", async () => {
    const { clerk, file, officer } = await aDesk();
    const address = `/files/${file.id}/draft-note`;
    const body = { body: document, revision: 0 };
    const nobody = await visitAsStranger(address, {
      method: "PUT",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(nobody.status).to.equal(401);
    expect((await (await programOf(officer)).put(address, body)).status).to.equal(404);
    await sendItem(clerk, { itemId: file.id, toPostId: officer.postId });
    expect((await (await programOf(clerk)).put(address, body)).status).to.equal(409);
    expect((await (await programOf(officer)).put(address, body)).status).to.equal(200);
  });

  it("is thrown away when asked, and only one's own", async () => {
    const { clerk, file, officer } = await aDesk();
    await aDraftNote(clerk, file.id);
    expect(
      (await (await programOf(officer)).remove(`/files/${file.id}/draft-note`)).status,
    ).to.equal(404);
    expect(await findDraft(clerk, file.id)).to.not.equal(undefined);
    expect((await (await programOf(clerk)).remove(`/files/${file.id}/draft-note`)).status).to.equal(
      200,
    );
    expect(await findDraft(clerk, file.id)).to.equal(undefined);
  });

  it("leaves no empty note behind, and a signed one stays when the file is pulled back", async () => {
    const { clerk, file, officer } = await aDesk();
    await aDraftNote(clerk, file.id, "   ");
    await sendItem(clerk, { itemId: file.id, toPostId: officer.postId });
    expect(await notesOf(file.id)).to.deep.equal([]);
    await pullBackItem(clerk, file.id);
    await aNoteSent(clerk, { fileId: file.id, to: officer, text: "एक" });
    await pullBackItem(clerk, file.id);
    expect(await notesOf(file.id)).to.have.length(1);
  });
});
