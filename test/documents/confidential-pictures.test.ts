import { expect } from "chai";
import { registerDocument } from "../../app/documents/index.ts";
import { anOfficer } from "../support/builders.ts";
import { aReceipt, anUpload } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";
import { buildTiff } from "../uploads/build-images.ts";

describe("Confidential TIFFs", () => {
  sandboxed();

  it("are shown as a copy, page by page", async function () {
    this.timeout(30_000);
    const clerk = await anOfficer();
    const bytes = buildTiff({ width: 400, height: 500, pages: 3 });
    const document = await registerDocument(clerk, await anUpload(bytes, "scan.tif"));
    await aReceipt(clerk, {
      nature: "electronic",
      classification: "confidential",
      documentIds: [document.id],
    });
    const shown = await (await visitAs(clerk)).get(`/documents/${document.id}`);
    expect(shown.status).to.equal(200);
    expect(shown.headers.get("content-type")).to.equal("application/pdf");
  });
});
