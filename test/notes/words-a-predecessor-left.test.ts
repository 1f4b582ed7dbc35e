import { expect } from "chai";
import { sendItem } from "../../app/movement/index.ts";
import { notesOf, saveDraft, takeOverDraft } from "../../app/notes/index.ts";
import { anEmployee, anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf, refused, refusalOf } from "../support/expectations.ts";
import { aFile, written } from "../support/file-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

describe("A draft note that one's predecessor left", () => {
  sandboxed();

  /** The same post, held by another person from now on. */
  async function aChangeOfHands(): Promise<{
    before: AnOfficer;
    after: AnOfficer;
    fileId: string;
  }> {
    const before = await anOfficer({ roles: ["dealing-hand"], nameEn: "Asha Netam" });
    const { id: fileId } = await aFile(before);
    await saveDraft(before, { fileId, body: written("स्वीकृति अनुशंसित है।"), revision: 0 });
    const after = { ...before, ...(await anEmployee({ nameEn: "Ravi Sahu" })) };
    return { before, after, fileId };
  }

  it("is not signed in the name of the new holder", async () => {
    const { after, fileId } = await aChangeOfHands();
    const { postId } = await anOfficer();
    const refusal = await refused(sendItem(after, { itemId: fileId, toPostId: postId }));
    expect(refusal.code).to.equal("conflict");
    expect(await notesOf(fileId)).to.deep.equal([]);
    expect(await eventsOf(fileId)).not.to.include("item.sent");
  });

  it("is signed once he has taken it over, which is recorded", async () => {
    const { after, fileId } = await aChangeOfHands();
    const { postId } = await anOfficer();
    await takeOverDraft(after, fileId);
    await sendItem(after, { itemId: fileId, toPostId: postId });
    expect((await notesOf(fileId)).map(({ author }) => author.nameEn)).to.deep.equal(["Ravi Sahu"]);
    expect(await eventsOf(fileId)).to.include("note.draft-taken-over");
  });

  it("cannot be taken over from a desk where the file does not lie", async () => {
    const { fileId } = await aChangeOfHands();
    expect(await refusalOf(takeOverDraft(await anOfficer(), fileId))).to.equal("not-found");
  });

  it("is shown to its author as his own, ready to go on", async () => {
    const { before, fileId } = await aChangeOfHands();
    const page = await (await visitAs(before)).get(`/files/${fileId}`);
    expect(page.$(".note-yellow [data-enhance=note-editor]")).to.have.length(1);
    expect(page.text).not.to.contain("draft-note/author");
  });
});
