import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { pdfText } from "../../app/documents/index.ts";
import { sendItem } from "../../app/movement/index.ts";
import { anOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { aDocument, aReceipt } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

describe("Confidential papers", () => {
  sandboxed();

  it("are shown as a copy that bears the reader's name, and leave as the original only where they lie", async function () {
    this.timeout(30_000);
    const clerk = await anOfficer();
    const reader = await anOfficer({ nameHi: "क्षितिज श्रीवास्तव", nameEn: "Kshitij" });
    const document = await aDocument(clerk, { pages: 2, words: "Secret matter" });
    const { item } = await aReceipt(clerk, {
      nature: "electronic",
      classification: "confidential",
      documentIds: [document.id],
    });
    await sendItem(clerk, { itemId: item.id, toPostId: reader.postId });
    const shown = await bytesFor(await visitAs(reader, "hi"), `/documents/${document.id}`);
    expect(shown.headers.get("content-type")).to.equal("application/pdf");
    expect(shown.headers.get("cache-control")).to.equal("no-store");
    expect(shown.headers.get("accept-ranges")).to.equal("none");
    const text = await textOf(shown.bytes);
    expect(text).to.contain("क्षितिज श्रीवास्तव").and.to.contain("127.0.0.1");
    expect(text).not.to.contain("Secret matter");
    const theirs = await bytesFor(await visitAs(reader), `/documents/${document.id}?download=true`);
    expect(theirs.bytes.length).to.equal(document.bytes);
    const sender = await bytesFor(await visitAs(clerk), `/documents/${document.id}?download=true`);
    expect(sender.headers.get("content-disposition")).to.match(/^attachment/);
    expect(sender.bytes.length).not.to.equal(document.bytes);
    expect(await eventsOf(document.id)).to.deep.equal([
      "document.registered",
      "document.confidential-viewed",
      "document.original-taken",
      "document.confidential-viewed",
    ]);
  });
});

async function bytesFor({ cookie }: { cookie: string }, path: string) {
  const response = await fetch((await siteOrigin()) + path, { headers: { cookie } });
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function textOf(pdf: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "copy-"));
  try {
    await writeFile(join(folder, "copy.pdf"), pdf);
    return (await pdfText(join(folder, "copy.pdf"))).replace(/\s+/g, " ");
  } finally {
    await rm(folder, { recursive: true });
  }
}
