import { expect } from "chai";
import { change } from "../../app/base/index.ts";
import { contentsOf, flagPaper } from "../../app/files/index.ts";
import { sendItem } from "../../app/movement/index.ts";
import { anOfficer, itemNow } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { aFile, aPaperIn } from "../support/file-builders.ts";
import { aReceipt } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

describe("Putting papers in a file", () => {
  sandboxed();

  async function aDesk() {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const file = await aFile(clerk, { subject: "भू-अर्जन, सेजबहार" });
    const { item: receipt } = await aReceipt(clerk, { subject: "सेजबहार का मुआवजा" });
    await change("items", { id: receipt.id }, { openedAt: new Date() });
    return { clerk, file, receipt };
  }

  it("offers the files on the desk, the likeliest first, and numbers the paper", async () => {
    const { clerk, file, receipt } = await aDesk();
    await aFile(clerk, { subject: "Purchase of chairs" });
    const visit = await visitAs(clerk);
    const form = await visit.get(`/receipts/${receipt.id}/file/new`);
    expect(form.$(".chip").first().text()).to.include("सेजबहार");
    const put = await visit.post(`/receipts/${receipt.id}/file`, { fileId: file.id });
    expect(put.status).to.equal(303);
    expect(put.location).to.match(new RegExp(`^/files/${file.id}\\?paper=`));
    expect((await contentsOf(file.id)).map(({ serial }) => serial)).to.deep.equal([1]);
    expect((await itemNow(receipt.id))["state"]).to.equal("attached");
    expect(await eventsOf(file.id)).to.include("file.receipt-put-in");
  });

  it("finds files without script by the form's own button", async () => {
    const { clerk, file, receipt } = await aDesk();
    const other = await aFile(clerk, { subject: "Purchase of chairs" });
    const visit = await visitAs(clerk);
    const found = await visit.post(`/receipts/${receipt.id}/file`, {
      _find: "fileId",
      _text_fileId: "chairs",
    });
    const values = found
      .$("select[name=fileId] option")
      .map((_, option) => found.$(option).val())
      .get();
    expect(values).to.include(other.id);
    expect(values).not.to.include(file.id);
  });

  it("answers the lookup with files of one's own desk only", async () => {
    const { clerk, file } = await aDesk();
    const stranger = await anOfficer({ roles: ["dealing-hand"] });
    expect((await (await visitAs(clerk)).get("/files/lookup?q=सेजबहार")).text).to.include(file.id);
    expect((await (await visitAs(stranger)).get("/files/lookup?q=सेजबहार")).text).not.to.include(
      file.id,
    );
  });

  it("refuses no file, a file elsewhere, a closed file, and a letter that went on", async () => {
    const { clerk, file, receipt } = await aDesk();
    const visit = await visitAs(clerk);
    const none = await visit.post(`/receipts/${receipt.id}/file`, {});
    expect(none.status).to.equal(422);
    expect(none.$(".field-error").text()).to.include("Choose a file that lies on your desk.");
    const officer = await anOfficer();
    await sendItem(clerk, { itemId: file.id, toPostId: officer.postId });
    const away = await visit.post(`/receipts/${receipt.id}/file`, { fileId: file.id });
    expect(away.status).to.equal(422);
    expect((await itemNow(receipt.id))["state"]).to.equal("created");
    const mine = await aFile(clerk);
    await sendItem(clerk, { itemId: receipt.id, toPostId: officer.postId });
    expect((await visit.post(`/receipts/${receipt.id}/file`, { fileId: mine.id })).status).to.equal(
      409,
    );
    const stranger = await visitAs(await anOfficer({ roles: ["dealing-hand"] }));
    expect((await stranger.get(`/receipts/${receipt.id}/file/new`)).status).to.equal(404);
  });

  it("flags papers PUC and FR, numbers fresh receipts, and takes flags off", async () => {
    const { clerk, file } = await aDesk();
    const papers = [];
    for (let index = 0; index < 3; index += 1) {
      papers.push(await aPaperIn(clerk, { fileId: file.id }));
    }
    const [first, second, third] = papers.map(({ id }) => id);
    const visit = await visitAs(clerk);
    for (const [id, flag] of [
      [first, "puc"],
      [second, "fr"],
      [third, "fr"],
    ]) {
      const flagged = await visit.post(`/files/${file.id}/papers/${id}/flag`, { flag });
      expect(flagged.status).to.equal(303);
    }
    const { $ } = await visit.get(`/files/${file.id}`);
    expect(
      $(".paper-flag")
        .map((_, flag) => $(flag).text())
        .get(),
    ).to.deep.equal(["PUC", "FR I", "FR II"]);
    await flagPaper(clerk, { fileId: file.id, paperId: first ?? "", flag: "none" });
    expect((await contentsOf(file.id))[0]?.flag).to.equal(null);
    expect(await eventsOf(file.id)).to.include("file.paper-flagged");
  });

  it("lets only the holder flag, and only papers of that file", async () => {
    const { clerk, file } = await aDesk();
    const { id } = await aPaperIn(clerk, { fileId: file.id });
    const other = await aFile(clerk);
    const paper = { paperId: id, flag: "puc" } as const;
    expect(await refusalOf(flagPaper(clerk, { fileId: other.id, ...paper }))).to.equal("not-found");
    const officer = await anOfficer();
    await sendItem(clerk, { itemId: file.id, toPostId: officer.postId });
    expect(await refusalOf(flagPaper(clerk, { fileId: file.id, ...paper }))).to.equal("conflict");
    const stranger = await programOf(await anOfficer());
    const refused = await stranger.post(`/files/${file.id}/papers/${id}/flag`, { flag: "puc" });
    expect(refused.status).to.equal(404);
  });
});
