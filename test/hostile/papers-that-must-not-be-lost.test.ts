import { expect } from "chai";
import { change, row } from "../../app/base/index.ts";
import { draftsOf, findDraft, printForSigning } from "../../app/drafting/index.ts";
import { listFiles } from "../../app/files/queries.ts";
import { putInFile } from "../../app/files/index.ts";
import { discardItem, receiveItem, sendItem } from "../../app/movement/index.ts";
import { findItems } from "../../app/desk/track/find-items.ts";
import { registryQueue } from "../../app/dispatch/queries.ts";
import { handToRegistry } from "../../app/dispatch/index.ts";
import { dispatchPolicy } from "../../app/dispatch/policy.ts";
import { findDispatch } from "../../app/dispatch/dispatch.ts";
import { signDraft } from "../../app/drafting/index.ts";
import { listReceipts } from "../../app/receipts/list-receipts.ts";
import { anOfficer, aPost, itemNow } from "../support/builders.ts";
import { aDepartment, aDraft, anApprovedDraft, aSignatory } from "../support/draft-builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { aFile, aPaperIn } from "../support/file-builders.ts";
import { aReceipt } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

describe("Papers that must not be lost or shown", () => {
  sandboxed();

  it("does not throw away a file that holds papers, nor what a numbered letter came from", async () => {
    const clerk = await aSignatory();
    const file = await aFile(clerk);
    await aPaperIn(clerk, { fileId: file.id });
    expect(await refusalOf(discardItem(clerk, { itemId: file.id }))).to.equal("conflict");
    const draft = await anApprovedDraft(clerk);
    await printForSigning(clerk, draft);
    expect(await refusalOf(discardItem(clerk, { itemId: draft.itemId }))).to.equal("conflict");
    const empty = await aFile(clerk);
    await discardItem(clerk, { itemId: empty.id });
    expect((await itemNow(empty.id))["state"]).to.equal("deleted");
  });

  it("takes a live draft along when its receipt goes into a file", async () => {
    const clerk = await aSignatory();
    const { item } = await aReceipt(clerk);
    const draft = await aDraft(clerk, { itemId: item.id });
    const file = await aFile(clerk);
    await putInFile(clerk, { receiptId: item.id, fileId: file.id });
    expect((await findDraft(clerk, draft.id)).item.id).to.equal(file.id);
    expect(await draftsOf(item.id)).to.have.length(0);
    expect(await eventsOf(draft.id)).to.include("draft.moved");
  });

  it("keeps confidential letters and unopened covers out of files that do not fit them", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand", "registry"] });
    const secret = await aReceipt(clerk, { classification: "confidential" });
    const open = await aFile(clerk);
    const put = (receiptId: string, fileId: string) => putInFile(clerk, { receiptId, fileId });
    expect((await refused(put(secret.item.id, open.id))).message).to.contain("confidential");
    const closed = await aFile(clerk, { classification: "confidential" });
    await put(secret.item.id, closed.id);
    const { item: cover } = await aReceipt(clerk, { classification: "confidential" });
    await change("receipts", { itemId: cover.id }, { sealed: true });
    expect((await refused(put(cover.id, closed.id))).message).to.contain("cover");
  });

  it("does not tell the number of a file to who may see only the letter in it", async () => {
    const diarist = await anOfficer({ roles: ["registry"] });
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    const { item, number } = await aReceipt(diarist);
    await sendItem(diarist, { itemId: item.id, toPostId: clerk.postId });
    const file = await aFile(clerk);
    await receiveItem(clerk, item.id);
    await putInFile(clerk, { receiptId: item.id, fileId: file.id });
    const [tracked] = await findItems(diarist, number);
    const { lines } = await listReceipts(diarist, {});
    expect(tracked?.parent).to.equal(null);
    expect(lines.find(({ id }) => id === item.id)?.fileNumber).to.equal(null);
    expect((await findItems(clerk, number))[0]?.parent?.id).to.equal(file.id);
    expect(await listFiles(diarist, {})).to.have.length(0);
  });

  it("shows the registry the addressee of a confidential letter, not its subject", async () => {
    const { department, section } = await aDepartment();
    const signatory = await aSignatory({ unit: section });
    const registry = await anOfficer({ unit: department, roles: ["registry"] });
    const file = await aFile(signatory, { classification: "confidential" });
    const draft = await anApprovedDraft(signatory, { itemId: file.id });
    const { letterId } = await signDraft(signatory, draft);
    const waiting = await row<{ id: string }>(
      "select id from dispatches where letter_id = $letterId and addressee_kind = 'to'",
      { letterId },
    );
    await handToRegistry(signatory, [waiting?.id ?? ""]);
    const [line] = await registryQueue(registry);
    expect(line).to.include({ id: waiting?.id, subject: null, isVisible: false });
    const browser = await visitAs(registry);
    expect((await browser.get(`/documents/${line?.documentId ?? ""}`)).status).to.equal(404);
    const { text } = await browser.get("/dispatches");
    expect(text).to.contain("Confidential").and.not.contain("मुआवजा वितरण");
  });

  it("lets a person send a letter whose addressee's post was abolished", async () => {
    const signatory = await aSignatory();
    const post = await aPost();
    const draft = await anApprovedDraft(signatory, { toPostIds: [post.id] });
    const { letterId } = await signDraft(signatory, draft);
    const inside = await row<{ id: string }>(
      "select id from dispatches where letter_id = $letterId and post_id = $post",
      { letterId, post: post.id },
    );
    const may = async () =>
      dispatchPolicy.can(signatory, "dispatch", await findDispatch(signatory, inside?.id ?? ""));
    expect(await may()).to.equal(false);
    await change("posts", { id: post.id }, { closedOn: "2026-11-01" });
    expect(await may()).to.equal(true);
  });

  it("opens a draft whose approver's post was abolished", async () => {
    const signatory = await aSignatory();
    const draft = await anApprovedDraft(signatory);
    const former = await aPost();
    await change("posts", { id: former.id }, { closedOn: "2026-11-01" });
    await change("drafts", { id: draft.id }, { approvedByPostId: former.id });
    expect((await (await visitAs(signatory)).get(`/drafts/${draft.id}`)).status).to.equal(200);
  });

  it("answers the part of a sheet that was asked for", async () => {
    const clerk = await anOfficer({ roles: ["dealing-hand"] });
    await aFile(clerk);
    const { cookie } = await visitAs(clerk);
    for (const path of ["/files/register.csv", "/outward.csv", "/authority.pem"]) {
      const response = await fetch((await siteOrigin()) + path, {
        headers: { cookie, range: "bytes=0-9", "accept-encoding": "identity" },
      });
      expect(response.status, path).to.equal(206);
      expect((await response.arrayBuffer()).byteLength, path).to.equal(10);
    }
  });
});
