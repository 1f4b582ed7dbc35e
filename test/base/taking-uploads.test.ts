import { readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { config, rows } from "../../app/base/index.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { aPdf } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

const incoming = (): string[] => readdirSync(join(config().DOCUMENTS_FOLDER, "incoming"));
const boundary = "----letter";
const head = (name: string, file?: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"` +
  `${file === undefined ? "" : `; filename="${file}"\r\ncontent-type: application/pdf`}\r\n\r\n`;
const tail = `\r\n--${boundary}--\r\n`;

describe("Taking uploads", function () {
  this.timeout(20_000);
  sandboxed();
  let usual: number;

  before(() => {
    usual = config().UPLOAD_LIMIT_BYTES;
    Object.assign(config(), { UPLOAD_LIMIT_BYTES: 1_000_000 });
  });
  after(() => Object.assign(config(), { UPLOAD_LIMIT_BYTES: usual }));

  async function untilSwept(): Promise<void> {
    for (let tries = 0; tries < 100 && incoming().length > 0; tries += 1) {
      await pause(20);
    }
    expect(incoming()).to.deep.equal([]);
  }

  /** Sends the parts of a body one after the other; breaks the link after the last when told to. */
  async function sendParts(
    officer: AnOfficer,
    parts: readonly (string | Buffer)[],
    how: { breaksOff?: boolean; type?: string } = {},
  ): Promise<{ status: number; text: string }> {
    const visit = await visitAs(officer);
    const { type = `multipart/form-data; boundary=${boundary}` } = how;
    return new Promise((resolve, reject) => {
      void siteOrigin().then((origin) => {
        const sending = request(`${origin}/documents`, {
          method: "POST",
          headers: {
            cookie: visit.cookie,
            "x-csrf-token": visit.csrf,
            "content-type": type,
            accept: "application/json",
          },
        });
        sending.on("error", reject);
        sending.on("response", (response) => {
          let text = "";
          response.on("data", (chunk: Buffer) => (text += chunk.toString()));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
        });
        for (const part of parts) {
          sending.write(part);
        }
        if (how.breaksOff) {
          setTimeout(() => sending.destroy(new Error("broken off")), 100);
        } else {
          sending.end();
        }
      });
    });
  }

  it("takes one in, whole", async () => {
    const pdf = await aPdf();
    const answer = await sendParts(await anOfficer(), [head("files", "पत्र.pdf"), pdf, tail]);
    expect(answer.status).to.equal(200);
    expect(answer.text).to.contain(`"bytes":${pdf.length}`).and.to.contain("पत्र.pdf");
    await untilSwept();
  });

  it("tells the sender of ninety megabytes that it is too large, after taking them off the line", async () => {
    const large = Array.from({ length: 90 }, () => Buffer.alloc(1_000_000, "x"));
    const answer = await sendParts(await anOfficer(), [head("files", "x.pdf"), ...large, tail]);
    expect(answer.status).to.equal(413);
    await untilSwept();
  });

  it("leaves nothing of an upload whose link broke", async () => {
    const parts = [head("files", "x.pdf"), Buffer.alloc(200_000, "x")];
    await sendParts(await anOfficer(), parts, { breaksOff: true }).catch(() => undefined);
    await untilSwept();
    expect(await rows("select 1 as one from documents where name = 'x.pdf'")).to.deep.equal([]);
  });

  it("refuses one that ends without its end", async () => {
    const answer = await sendParts(await anOfficer(), [head("files", "x.pdf"), "half"]);
    expect(answer.status).to.equal(400);
    await untilSwept();
  });

  it("refuses one that does not say where its parts end", async () => {
    const answer = await sendParts(await anOfficer(), ["--x"], { type: "multipart/form-data" });
    expect(answer.status).to.equal(400);
  });

  it("does not cut a long text short in silence", async () => {
    const answer = await sendParts(await anOfficer(), [
      head("remarks"),
      "x".repeat(1_100_000),
      tail,
    ]);
    expect(answer.status).to.equal(413);
  });

  it("refuses more files, or more fields, than a form has", async () => {
    const many = Array.from({ length: 51 }, (_, n) => `${head("files", `${n}.pdf`)}x\r\n`);
    expect((await sendParts(await anOfficer(), [...many, tail.slice(2)])).status).to.equal(413);
    const fields = Array.from({ length: 2_050 }, () => `${head("a")}x\r\n`);
    expect((await sendParts(await anOfficer(), [...fields, tail.slice(2)])).status).to.equal(413);
    await untilSwept();
  });

  it("believes nobody who only names a file", async () => {
    const officer = await anOfficer();
    const visit = await visitAs(officer);
    for (const sha256 of ["../../../../../etc/passwd", "0".repeat(64)]) {
      const named = { field: "files", name: "x.pdf", bytes: 10, sha256 };
      const response = await fetch(`${await siteOrigin()}/documents`, {
        method: "POST",
        headers: {
          cookie: visit.cookie,
          "x-csrf-token": visit.csrf,
          "content-type": "application/json",
          accept: "application/json",
        },
        body: JSON.stringify({ files: [named] }),
      });
      expect(response.status).to.equal(422);
    }
    const posted = await visit.post("/documents", { files: "0".repeat(64) });
    expect(posted.status).to.equal(422);
  });

  it("takes strange field names for what they are", async () => {
    const answer = await sendParts(await anOfficer(), [head("constructor"), "x", tail]);
    expect(answer.status).to.equal(422);
    expect(answer.text).to.contain("constructor");
  });
});
