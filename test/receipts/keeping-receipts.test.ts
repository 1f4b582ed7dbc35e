import { expect } from "chai";
import { v7 as newId } from "uuid";
import { insert } from "../../app/base/index.ts";
import { sendItem, type Item } from "../../app/movement/index.ts";
import { acknowledgeReceipt } from "../../app/receipts/acknowledge.ts";
import { changeReceipt } from "../../app/receipts/change-receipt.ts";
import { ChangeReceipt } from "../../app/receipts/input.ts";
import { receiptPolicy } from "../../app/receipts/policy.ts";
import { findReceipt, registerReceipt } from "../../app/receipts/index.ts";
import { suggestSections } from "../../app/receipts/suggest-sections.ts";
import { anOfficer, aUnit, itemNow } from "../support/builders.ts";
import { eventsOf, refused, refusalOf } from "../support/expectations.ts";
import { aDocument, aLetter, aReceipt } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

const entered = (given: object = {}) => {
  const { nature: _nature, ...letter } = aLetter();
  const {
    id: _id,
    next: _next,
    ...input
  } = ChangeReceipt.parse({ ...letter, id: newId(), ...given });
  return input;
};

describe("Correcting what was entered", () => {
  sandboxed();

  it("changes letter and item, and says what", async () => {
    const clerk = await anOfficer();
    const { item } = await aReceipt(clerk);
    const changed = entered({ subject: "नया विषय", city: "दुर्ग", priority: "top" });
    await changeReceipt(clerk, item.id, changed);
    expect(await findReceipt(clerk, item.id)).to.include({ city: "दुर्ग" });
    expect(await itemNow(item.id)).to.include({ subject: "नया विषय", priority: "top" });
    expect((await eventsOf(item.id)).at(-1)).to.equal("receipt.changed");
  });

  it("ends when the letter is sent", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const { item } = await aReceipt(clerk, {
      nature: "electronic",
      documentIds: [(await aDocument(clerk)).id],
    });
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    expect(await refusalOf(changeReceipt(clerk, item.id, entered()))).to.equal("conflict");
    expect(await refusalOf(changeReceipt(officer, item.id, entered()))).to.equal("conflict");
    expect(await refusalOf(changeReceipt(await anOfficer(), item.id, entered()))).to.equal(
      "not-found",
    );
  });

  it("enters a sealed cover at the desk where it is opened, with everything required", async () => {
    const [registry, officer] = [await anOfficer({ roles: ["registry"] }), await anOfficer()];
    const cover = { deliveryMode: "by_hand", classification: "confidential" } as const;
    const { item } = await registerReceipt(registry, cover);
    await sendItem(registry, { itemId: item.id, toPostId: officer.postId });
    const confidential = entered({ classification: "confidential" });
    const refusal = await refused(changeReceipt(officer, item.id, confidential));
    expect(refusal.fields.map(({ field }) => field)).to.deep.equal(["files"]);
    const documentIds = [(await aDocument(officer)).id];
    await changeReceipt(officer, item.id, { ...confidential, documentIds });
    expect((await findReceipt(officer, item.id)).sealed).to.equal(false);
    expect(await refusalOf(changeReceipt(officer, item.id, confidential))).to.equal("conflict");
  });
});

describe("Who may do what to a receipt", () => {
  const actor = { postId: "mine" } as Awaited<ReturnType<typeof anOfficer>>;
  const item = (state: string, holderPostId: string, createdByPostId = "theirs") =>
    ({ state, holderPostId, createdByPostId }) as Item;
  const receipt = (sealed: boolean, wantsAcknowledgement = false) => ({
    sealed,
    wantsAcknowledgement,
  });

  for (const [action, subject, allowed] of [
    ["change", { item: item("created", "mine"), receipt: receipt(false) }, true],
    ["change", { item: item("created", "theirs"), receipt: receipt(false) }, false],
    ["change", { item: item("moving", "mine"), receipt: receipt(false) }, false],
    ["change", { item: item("moving", "mine"), receipt: receipt(true) }, true],
    ["change", { item: item("closed", "mine"), receipt: receipt(true) }, false],
    ["acknowledge", { item: item("moving", "mine"), receipt: receipt(false, true) }, true],
    [
      "acknowledge",
      { item: item("moving", "theirs", "mine"), receipt: receipt(false, true) },
      true,
    ],
    ["acknowledge", { item: item("moving", "theirs"), receipt: receipt(false, true) }, false],
    ["acknowledge", { item: item("moving", "mine"), receipt: receipt(false, false) }, false],
  ] as const) {
    const { state, holderPostId } = subject.item;
    it(`${action}: ${state}, held by ${holderPostId}: ${allowed ? "yes" : "no"}`, () => {
      expect(receiptPolicy.can(actor, action, subject)).to.equal(allowed);
    });
  }
});

describe("Acknowledging a letter", () => {
  sandboxed();

  it("prints a page, is noted once and leaves the list", async () => {
    const clerk = await anOfficer();
    const { item, number } = await aReceipt(clerk, { wantsAcknowledgement: true });
    const visit = await visitAs(clerk, "hi");
    expect((await visit.get("/receipts/acknowledgements")).text).to.include(number);
    const pdf = await visit.get(`/receipts/${item.id}/acknowledgement`);
    expect(pdf.headers.get("content-type")).to.equal("application/pdf");
    expect(pdf.text.slice(0, 5)).to.equal("%PDF-");
    await acknowledgeReceipt(clerk, item.id);
    expect((await eventsOf(item.id)).at(-1)).to.equal("receipt.acknowledged");
    expect(await refusalOf(acknowledgeReceipt(clerk, item.id))).to.equal("conflict");
    expect((await visit.get("/receipts/acknowledgements")).text).not.to.include(number);
  });
});

describe("The inward register", () => {
  sandboxed();

  it("shows the section's letters by filters, fifty at a time, and only what one may see", async () => {
    const unit = await aUnit();
    const clerk = await anOfficer({ unit });
    for (let count = 0; count < 52; count += 1) {
      await aReceipt(clerk, { senderType: count === 7 ? "mla" : "district" });
    }
    const visit = await visitAs(clerk);
    const first = await visit.get("/receipts");
    expect(first.$(".register tbody tr")).to.have.length(50);
    const older = await visit.get(first.$("a[rel=next]").attr("href") ?? "");
    expect(older.$(".register tbody tr")).to.have.length(2);
    expect((await visit.get("/receipts?senderType=mla")).$(".register tbody tr")).to.have.length(1);
    expect((await visit.get("/receipts?from=2026-11-03")).$(".register tbody tr")).to.have.length(
      0,
    );
    expect((await visit.get("/receipts/print")).$(".register tbody tr")).to.have.length(52);
    const neighbour = await visitAs(await anOfficer({ unit }));
    expect((await neighbour.get("/receipts")).$(".register tbody tr")).to.have.length(0);
    const head = await visitAs(await anOfficer({ unit, roles: ["section-officer"] }));
    expect((await head.get("/receipts")).$(".register tbody tr")).to.have.length(50);
  });

  it("gives a sheet in which no cell is a formula", async () => {
    const clerk = await anOfficer();
    await aReceipt(clerk, { subject: '=HYPERLINK("http://evil","x")', senderName: "+91 me" });
    const sheet = await (await visitAs(clerk)).get("/receipts/sheet");
    expect(sheet.headers.get("content-disposition")).to.match(/^attachment/);
    expect(sheet.text).to.include(`"'=HYPERLINK(""http://evil"",""x"")"`);
  });
});

describe("The section a letter belongs to", () => {
  sandboxed();

  it("is suggested from words of the subject, whatever their endings", async () => {
    const unit = await aUnit();
    const names = { nameEn: "Land acquisition", nameHi: "भू-अर्जन, मुआवजा" };
    await insert("section_subjects", { id: newId(), unitId: unit.id, ...names });
    const [found] = await suggestSections("ग्राम सेजबहार में अर्जित भूमि के मुआवजे का भुगतान");
    expect(found?.id).to.equal(unit.id);
    expect(await suggestSections("xyzzy")).to.deep.equal([]);
  });
});

describe("Looking at a receipt", () => {
  sandboxed();

  it("opens it, shows its papers and its way, and is nothing to a stranger", async () => {
    const [clerk, officer, stranger] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const documents = [await aDocument(clerk), await aDocument(clerk)];
    const documentIds = documents.map(({ id }) => id);
    const { item } = await aReceipt(clerk, { nature: "electronic", documentIds });
    await sendItem(clerk, { itemId: item.id, toPostId: officer.postId });
    const page = await (await visitAs(officer)).get(`/receipts/${item.id}`);
    expect(page.status).to.equal(200);
    expect(page.$(".papers li")).to.have.length(2);
    expect(page.$(".trail > li")).to.have.length(2);
    expect(page.$(`a[href="/receipts/${item.id}/file/new"]`)).to.have.length(1);
    expect((await itemNow(item.id))["opened_at"]).not.to.equal(null);
    expect((await eventsOf(item.id)).at(-1)).to.equal("item.opened");
    const second = documents[1]?.id ?? "";
    const other = await (await visitAs(officer)).get(`/receipts/${item.id}?document=${second}`);
    expect(other.$("iframe").attr("src")).to.include(second);
    expect((await (await visitAs(stranger)).get(`/receipts/${item.id}`)).status).to.equal(404);
  });
});
