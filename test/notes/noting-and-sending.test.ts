import { expect } from "chai";
import { row } from "../../app/base/index.ts";
import { notesOf, saveDraft, agreeAndSend } from "../../app/notes/index.ts";
import { openFile, putInFile, contentsOf } from "../../app/files/index.ts";
import { sendItem } from "../../app/movement/index.ts";
import { registerReceipt } from "../../app/receipts/index.ts";
import { checkDocument, documentFromText } from "../../app/writing/index.ts";
import { anOfficer } from "../support/builders.ts";
import { eventsOf, refused, refusalOf } from "../support/expectations.ts";
import { aDocument, aLetter } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";

const written = (text: string) => checkDocument(documentFromText(text));

describe("Noting on a file and sending it", () => {
  sandboxed();

  const aFile = async (clerk: Awaited<ReturnType<typeof anOfficer>>) =>
    openFile(clerk, {
      numbering: "free",
      freeNumber: `एफ 10-${Math.random()}`,
      subject: "भू-अर्जन प्रकरण",
      mainCategory: "land",
    });

  it("turns the yellow note green, numbers its paragraphs across the file and keeps the author's names", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"], nameHi: "आशा नेताम" });
    const officer = await anOfficer();
    const file = await aFile(clerk);
    await saveDraft(clerk, { fileId: file.id, body: written("पहला\n\nदूसरा"), revision: 0 });
    await sendItem(clerk, { itemId: file.id, toPostId: officer.postId });
    await agreeAndSend(officer, { itemId: file.id, toPostId: clerk.postId });
    const sheet = await notesOf(file.id);
    expect(
      sheet.map(({ paragraphFrom, paragraphTo }) => [paragraphFrom, paragraphTo]),
    ).to.deep.equal([
      [1, 2],
      [3, 3],
    ]);
    expect(sheet[0]?.author.nameHi).to.equal("आशा नेताम");
    expect(sheet[1]?.agrees).to.equal(true);
    expect(await eventsOf(file.id)).to.include.members(["file.opened", "note.signed", "item.sent"]);
  });

  it("keeps the later of two windows and tells the other", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const file = await aFile(clerk);
    const first = await saveDraft(clerk, { fileId: file.id, body: written("एक"), revision: 0 });
    await saveDraft(clerk, { fileId: file.id, body: written("दो"), revision: first.revision });
    const late = saveDraft(clerk, {
      fileId: file.id,
      body: written("तीन"),
      revision: first.revision,
    });
    expect(await refusalOf(late)).to.equal("conflict");
  });

  it("refuses to send a note whose reference points at nothing, and moves nothing", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const officer = await anOfficer();
    const file = await aFile(clerk);
    const body = checkDocument({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [{ type: "reference", attrs: { kind: "page", target: "7", label: "पृ. 7/प." } }],
        },
      ],
    });
    await saveDraft(clerk, { fileId: file.id, body, revision: 0 });
    const refusal = await refused(sendItem(clerk, { itemId: file.id, toPostId: officer.postId }));
    expect(refusal.fields[0]?.field).to.equal("body");
    const item = await row<{ state: string }>("select state from items where id = $id", {
      id: file.id,
    });
    expect(item?.state).to.equal("created");
  });

  it("numbers the papers put in by serial and page", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const file = await aFile(clerk);
    for (const pages of [2, 3]) {
      const document = await aDocument(clerk, { pages });
      const { item } = await registerReceipt(
        clerk,
        aLetter({ nature: "electronic", documentIds: [document.id] }),
      );
      await putInFile(clerk, { receiptId: item.id, fileId: file.id });
    }
    const contents = await contentsOf(file.id);
    expect(
      contents.map(({ serial, pageFrom, pageTo }) => [serial, pageFrom, pageTo]),
    ).to.deep.equal([
      [1, 1, 2],
      [2, 3, 5],
    ]);
    expect(await eventsOf(file.id)).to.include("file.receipt-put-in");
  });

  it("lets only dealing hands and officers open files", async () => {
    expect(await refusalOf(aFile(await anOfficer({ roles: ["registry"] })))).to.equal("forbidden");
  });
});
