import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { config, store } from "../../app/base/index.ts";
import { ourAuthority } from "../../app/signing/our-authority.ts";
import { anOfficer } from "../support/builders.ts";
import { aDraft, aSignatory } from "../support/draft-builders.ts";
import { refused } from "../support/expectations.ts";
import { aPdf } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

const nobody = "01a20052-f107-737b-8fc8-b67cc36f709d";

describe("Uploads that are none, and folders that are shut", () => {
  sandboxed();

  it("answers every junk upload in words", async () => {
    const browser = await visitAs(await aSignatory());
    const pdf = await aPdf();
    const junk = {
      empty: Buffer.alloc(0),
      text: Buffer.from("नमस्ते"),
      cut: pdf.subarray(0, Math.floor(pdf.length / 2)),
      head: Buffer.from("%PDF-1.7\n/ByteRange [0 1 2 99999]"),
      png: Buffer.from("89504e470d0a1a0a0000000d49484452ffffffffffffffff", "hex"),
      jpeg: Buffer.from("ffd8ffc0000811ffff", "hex"),
    };
    for (const [kind, bytes] of Object.entries(junk)) {
      for (const path of [
        "/documents",
        "/receipts",
        "/scans",
        "/verification",
        "/office/imports",
      ]) {
        const name = `a"\r\nset-cookie: x=1\u202e\u0000${kind}.pdf`;
        const { headers, status } = await browser.upload(path, {}, [{ name, bytes }]);
        expect(status, `${kind} to ${path}`).to.be.below(500);
        const location = headers.get("location");
        if (location !== null) {
          expect((await browser.get(location)).status, `${kind} at ${location}`).to.be.below(500);
        }
      }
    }
  });

  it("does not take an addressee whose post is none", async () => {
    const to = [{ postId: nobody, name: "Nobody" }];
    const refusal = await refused(aDraft(await aSignatory(), { to }));
    expect(refusal.fields).to.deep.include({
      field: "to",
      words: "There is no such post. Choose from the list.",
      gaps: {},
    });
  });

  it("says that documents cannot be kept where their folder is none", async () => {
    const settings = config() as { DOCUMENTS_FOLDER: string };
    const [kept, folder] = [settings.DOCUMENTS_FOLDER, await mkdtemp(join(tmpdir(), "store-"))];
    await writeFile(join(folder, "file"), "");
    settings.DOCUMENTS_FOLDER = join(folder, "file");
    try {
      const refusal = await refused(store([Buffer.from("x")]));
      expect(refusal).to.include({ status: 503 });
    } finally {
      settings.DOCUMENTS_FOLDER = kept;
      await rm(folder, { recursive: true });
    }
  });

  it("says that keys cannot be read, and reads them once they can be", async () => {
    const settings = config() as { KEYS_FOLDER: string };
    const [kept, folder] = [settings.KEYS_FOLDER, await mkdtemp(join(tmpdir(), "keys-"))];
    await writeFile(join(folder, "authority"), "");
    settings.KEYS_FOLDER = folder;
    try {
      expect(await refused(ourAuthority())).to.include({ status: 503 });
      await rm(join(folder, "authority"));
      expect((await ourAuthority()).certificate).to.contain("BEGIN CERTIFICATE");
    } finally {
      settings.KEYS_FOLDER = kept;
      await chmod(folder, 0o700);
      await rm(folder, { recursive: true });
    }
  });

  it("shows a form again whose fields came as anything but text", async () => {
    const officer = await anOfficer({ roles: ["dealing-hand"] });
    const { cookie, csrf } = await visitAs(officer);
    const strange = {
      subject: { a: [1] },
      mainCategory: [[]],
      toPostId: {},
      q: 1,
      documentIds: [{}],
    };
    for (const path of ["/files", "/receipts", "/folders", "/drafts", "/me/tokens", "/password"]) {
      const response = await fetch((await siteOrigin()) + path, {
        method: "POST",
        headers: {
          cookie,
          accept: "text/html",
          "content-type": "application/json",
          "x-csrf-token": csrf,
        },
        body: JSON.stringify({ ...strange, name: { a: 1 }, itemId: {}, files: [{ sha256: "x" }] }),
      });
      expect(response.status, path).to.be.within(400, 499);
    }
  });
});
