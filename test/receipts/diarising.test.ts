import { expect } from "chai";
import { row } from "../../app/base/index.ts";
import { aDocument, aLetter, aPdf, aReceipt, anUpload } from "../support/receipt-builders.ts";
import { anOfficer } from "../support/builders.ts";
import { eventsOf, refused, refusalOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { registerReceipt } from "../../app/receipts/index.ts";

const fieldsOf = async (work: Promise<unknown>): Promise<string[]> =>
  (await refused(work)).fields.map(({ field }) => field);

describe("Diarising a letter", () => {
  sandboxed();

  it("gives it the next number of the section and lays it on the diarist's desk", async () => {
    const clerk = await anOfficer({ roles: ["registry"] });
    const first = await aReceipt(clerk);
    const second = await aReceipt(clerk);
    expect(first.number).to.match(/^1\/2026\//);
    expect(second.number).to.match(/^2\/2026\//);
    expect(second.item).to.include({
      kind: "receipt",
      state: "created",
      holderPostId: clerk.postId,
    });
    expect(await eventsOf(second.item.id)).to.deep.equal(["item.created", "receipt.diarised"]);
  });

  it("keeps the documents in their order, those that came with the form last", async () => {
    const clerk = await anOfficer();
    const known = await aDocument(clerk, { pages: 3 });
    const upload = await anUpload(await aPdf(), "संलग्न सूची.pdf");
    const { documents } = await aReceipt(clerk, {
      nature: "electronic",
      documentIds: [known.id],
      files: [upload],
    });
    expect(documents.map(({ name, pages }) => [name, pages])).to.deep.equal([
      ["letter.pdf", 3],
      ["संलग्न सूची.pdf", 1],
    ]);
  });

  it("wants a document of an electronic letter and none of paper", async () => {
    const clerk = await anOfficer();
    expect(await fieldsOf(aReceipt(clerk, { nature: "electronic" }))).to.deep.equal(["files"]);
    expect((await aReceipt(clerk, { nature: "physical" })).documents).to.deep.equal([]);
  });

  it("names every field that is missing at once", async () => {
    const clerk = await anOfficer();
    const bare = { nature: "physical", deliveryMode: "by_hand" } as const;
    expect(await fieldsOf(registerReceipt(clerk, bare))).to.deep.equal([
      "subject",
      "mainCategory",
      "senderType",
      "senderName",
      "letterNumber",
    ]);
  });

  it("is content with one of name, designation and organisation, and one of number and date", async () => {
    const clerk = await anOfficer();
    const { senderName: _name, letterNumber: _number, ...letter } = aLetter();
    await registerReceipt(clerk, { ...letter, senderOrganisation: "ग्राम पंचायत सेजबहार" });
    const nameless = { ...letter, senderType: "anonymous" } as const;
    expect((await registerReceipt(clerk, nameless)).number).to.match(/^2\//);
  });

  it("refuses days to come, and a letter younger than its arrival", async () => {
    const clerk = await anOfficer();
    expect(await fieldsOf(aReceipt(clerk, { receivedOn: "2099-01-01" }))).to.deep.equal([
      "receivedOn",
    ]);
    expect(await fieldsOf(aReceipt(clerk, { letterOn: "2099-01-01" }))).to.deep.equal(["letterOn"]);
    const late = { letterOn: "2026-11-03", receivedOn: "2026-11-02" };
    expect(await fieldsOf(aReceipt(clerk, late))).to.deep.equal(["letterOn"]);
    expect(await fieldsOf(aReceipt(clerk, { dueOn: "2020-01-01" }))).to.deep.equal(["dueOn"]);
  });

  it("lets the registry enter a confidential cover unopened, and nobody else", async () => {
    const cover = {
      deliveryMode: "special_messenger",
      classification: "confidential",
    } as const;
    const registry = await anOfficer({ roles: ["registry"] });
    const { item } = await registerReceipt(registry, cover);
    expect(item.classification).to.equal("confidential");
    const hand = await anOfficer({ roles: ["dealing-hand"] });
    expect(await refusalOf(registerReceipt(hand, cover))).to.equal("invalid");
  });

  it("takes no number for a letter that is refused", async () => {
    const clerk = await anOfficer();
    await aReceipt(clerk);
    await refused(aReceipt(clerk, { receivedOn: "2099-01-01" }));
    expect((await aReceipt(clerk)).number).to.match(/^2\//);
  });

  it("refuses a document that the diarist may not see", async () => {
    const [clerk, stranger] = [await anOfficer(), await anOfficer()];
    const other = await aDocument(stranger);
    const letter = aReceipt(clerk, { nature: "electronic", documentIds: [other.id] });
    expect(await fieldsOf(letter)).to.deep.equal(["files"]);
  });

  it("keeps what stands on the letter", async () => {
    const clerk = await anOfficer();
    const { item } = await aReceipt(clerk, {
      address1: "कलेक्टोरेट परिसर",
      pin: "492001",
      enclosuresStated: 3,
      enclosuresFound: 2,
      vipType: "mla",
      vipName: "श्री साहू",
      wantsAcknowledgement: true,
    });
    const kept = await row("select * from receipts where item_id = $id", { id: item.id });
    expect(kept).to.include({
      address_1: "कलेक्टोरेट परिसर",
      pin: "492001",
      enclosures_stated: 3,
      enclosures_found: 2,
      vip_type: "mla",
      wants_acknowledgement: true,
      letter_on: "2026-10-28",
    });
  });
});

describe("A letter that came twice", () => {
  sandboxed();

  it("is found by its bytes, and by sender, number and date", async () => {
    const clerk = await anOfficer();
    const bytes = await aPdf();
    const first = { ...aLetter(), nature: "electronic" } as const;
    const { number } = await registerReceipt(clerk, { ...first, files: [await anUpload(bytes)] });
    const sameBytes = { ...aLetter(), nature: "electronic" } as const;
    const refusal = await refused(
      registerReceipt(clerk, { ...sameBytes, files: [await anUpload(bytes, "other.pdf")] }),
    );
    expect(refusal).to.include({ status: 409, code: "duplicate" });
    expect(refusal.gaps).to.deep.equal({ numbers: number });
    expect(await refusalOf(registerReceipt(clerk, { ...first, nature: "physical" }))).to.equal(
      "duplicate",
    );
  });

  it("is diarised all the same when the diarist says so", async () => {
    const clerk = await anOfficer();
    const letter = aLetter();
    await registerReceipt(clerk, letter);
    const second = await registerReceipt(clerk, { ...letter, despiteDuplicates: true });
    expect(second.number).to.match(/^2\//);
  });

  it("is not looked for in another section's confidential letters", async () => {
    const [one, other] = [await anOfficer(), await anOfficer()];
    const letter = aLetter({ classification: "confidential" });
    await registerReceipt(one, letter);
    expect((await registerReceipt(other, letter)).number).to.match(/^1\//);
  });
});
