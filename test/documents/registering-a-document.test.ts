import { expect } from "chai";
import { row } from "../../app/base/index.ts";
import { cleanName, findDocument, registerDocument } from "../../app/documents/index.ts";
import { anOfficer } from "../support/builders.ts";
import { eventsOf, refused, refusalOf } from "../support/expectations.ts";
import { aDocument, aPdf, aReceipt, anUpload } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";

const png = Buffer.from(
  "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082",
  "hex",
);

describe("Registering a document", () => {
  sandboxed();

  it("goes by the bytes, never by the name", async () => {
    const clerk = await anOfficer();
    const pdf = await registerDocument(
      clerk,
      await anUpload(await aPdf({ pages: 2 }), "photo.png"),
    );
    expect(pdf).to.include({ mediaType: "application/pdf", pages: 2, name: "photo.pdf" });
    const picture = await registerDocument(clerk, await anUpload(png, "letter.pdf"));
    expect(picture).to.include({ mediaType: "image/png", pages: 1, name: "letter.png" });
    expect(await eventsOf(pdf.id)).to.deep.equal(["document.registered"]);
  });

  it("takes 1,500 pages", async function () {
    this.timeout(30_000);
    const clerk = await anOfficer();
    expect((await aDocument(clerk, { pages: 1500 })).pages).to.equal(1500);
  });

  for (const [what, bytes, words] of [
    ["an empty file", async () => Buffer.alloc(0), "{name} is empty. Scan it again."],
    ["a page that calls itself PDF", async () => Buffer.from("<html>%</html>"), "neither a PDF"],
    ["a PDF cut off", async () => (await aPdf()).subarray(0, 300), "damaged"],
    ["a locked PDF", () => aPdf({ password: "secret" }), "locked with a password"],
  ] as const) {
    it(`refuses ${what}, by the field, and keeps nothing of it`, async () => {
      const clerk = await anOfficer();
      const upload = await anUpload(await bytes(), "पत्र.pdf");
      const refusal = await refused(registerDocument(clerk, upload));
      expect(refusal.status).to.equal(422);
      expect(refusal.fields[0]?.field).to.equal("files");
      expect(refusal.fields[0]?.words).to.include(words);
      const kept = await row("select from documents where sha256 = $sha256", {
        sha256: upload.sha256,
      });
      expect(kept).to.equal(undefined);
    });
  }

  it("cleans the name it shows", () => {
    expect(cleanName("C:\\scan\\..\\पत्र \u202Egnp.pdf", "pdf")).to.equal("पत्र gnp.pdf");
    expect(cleanName("../../etc/passwd", "pdf")).to.equal("passwd.pdf");
    expect(cleanName("<b>a</b>\n.PDF", "pdf")).to.equal("b.pdf");
    expect(cleanName("   ", "jpg")).to.equal("document.jpg");
    expect(cleanName(`${"क्षि".repeat(400)}.pdf`, "pdf").length).to.be.at.most(154);
  });
});

describe("Seeing a document", () => {
  sandboxed();

  it("goes through what holds it", async () => {
    const [clerk, reader, stranger] = [await anOfficer(), await anOfficer(), await anOfficer()];
    const document = await aDocument(clerk);
    const { item } = await aReceipt(clerk, { nature: "electronic", documentIds: [document.id] });
    expect(await refusalOf(findDocument(reader, document.id))).to.equal("not-found");
    const { sendItem } = await import("../../app/movement/index.ts");
    await sendItem(clerk, { itemId: item.id, toPostId: reader.postId });
    expect((await findDocument(reader, document.id)).id).to.equal(document.id);
    expect(await refusalOf(findDocument(stranger, document.id))).to.equal("not-found");
  });
});
