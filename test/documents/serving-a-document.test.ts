import { expect } from "chai";
import { config } from "../../app/base/index.ts";
import { anOfficer } from "../support/builders.ts";
import { aDocument, aPdf } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, siteOrigin, visitAs } from "../support/visit.ts";

describe("Serving a document", () => {
  sandboxed();

  it("shows it inline with its right type, whole or in part", async () => {
    const clerk = await anOfficer();
    const document = await aDocument(clerk);
    const program = await programOf(clerk);
    const whole = await program.get(`/documents/${document.id}`);
    expect(whole.status).to.equal(200);
    expect(whole.headers.get("content-type")).to.equal("application/pdf");
    expect(whole.headers.get("content-disposition")).to.match(/^inline; filename=/);
    expect(whole.headers.get("x-content-type-options")).to.equal("nosniff");
    expect(whole.headers.get("etag")).to.equal(`"${document.sha256}"`);
    expect(Number(whole.headers.get("content-length"))).to.equal(document.bytes);
    const kept = await program.get(`/documents/${document.id}?download=true`);
    expect(kept.headers.get("content-disposition")).to.match(/^attachment; filename=/);
  });

  it("answers 404 to whoever may not see it", async () => {
    const [clerk, stranger] = [await anOfficer(), await anOfficer()];
    const document = await aDocument(clerk);
    const shown = await (await visitAs(stranger)).get(`/documents/${document.id}`);
    expect(shown.status).to.equal(404);
  });

  it("takes uploads in and says what they are", async () => {
    const clerk = await anOfficer();
    const visit = await visitAs(clerk);
    const file = { name: "पत्र.pdf", bytes: await aPdf({ pages: 3 }) };
    const answer = await visit.upload("/documents", {}, [file]);
    expect(answer.status).to.equal(303);
    const opened = await visit.get(answer.location ?? "");
    expect(opened.headers.get("content-type")).to.equal("application/pdf");
  });

  it("stops reading at the limit, however much is still to come", async function () {
    this.timeout(60_000);
    const clerk = await anOfficer();
    const { csrf, cookie } = await signedIn(clerk);
    const chunk = new Uint8Array(1_048_576);
    let sent = 0;
    const boundary = "limit";
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="large.pdf"\r\n\r\n%PDF-1.7\n`;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
      pull: (controller) => {
        sent += chunk.length;
        if (sent > 300 * 1_048_576) {
          controller.enqueue(new TextEncoder().encode(`\r\n--${boundary}--\r\n`));
          controller.close();
        } else {
          controller.enqueue(chunk);
        }
      },
    });
    const answer = await fetch(`${await siteOrigin()}/documents`, {
      method: "POST",
      headers: {
        cookie,
        accept: "application/json",
        "content-type": `multipart/form-data; boundary=${boundary}`,
      },
      body,
      duplex: "half",
    } as RequestInit);
    expect(answer.status).to.equal(413);
    expect(await answer.json()).to.have.property("title");
    const onTheWay = 32 * 1_048_576; // buffers of both ends
    expect(sent).to.be.lessThan(config().UPLOAD_LIMIT_BYTES + onTheWay);
  });
});

async function signedIn(officer: Awaited<ReturnType<typeof anOfficer>>) {
  const { readSession, startSession } = await import("../../app/base/index.ts");
  const token = await startSession({
    accountId: officer.accountId,
    actingPostId: officer.postId,
    language: "en",
    secondFactor: true,
  });
  return { cookie: `session=${token}`, csrf: (await readSession(token))?.csrf ?? "" };
}
