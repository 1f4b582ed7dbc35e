import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { config, execute, insert, now, row } from "../../app/base/index.ts";
import { expireUploads } from "../../app/documents/resumable/end-upload.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { aPdf } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

interface Piece {
  readonly piece: Buffer;
  readonly sum?: string;
}

/** A browser's script that speaks tus as this officer. */
async function tusOf(officer: AnOfficer) {
  const { cookie, csrf } = await visitAs(officer);
  const origin = await siteOrigin();
  const fixed = {
    cookie,
    "x-csrf-token": csrf,
    "tus-resumable": "1.0.0",
    accept: "application/json",
  };
  const ask = (method: string, path: string, given: { headers?: object; body?: Buffer } = {}) =>
    fetch(origin + path, {
      method,
      headers: { ...fixed, ...given.headers },
      ...(given.body ? { body: new Uint8Array(given.body) } : {}),
    });
  return {
    begin: (bytes: number, name = "पत्र.pdf") =>
      ask("POST", "/uploads", {
        headers: {
          "upload-length": String(bytes),
          "upload-metadata": `filename ${Buffer.from(name).toString("base64")}`,
        },
      }),
    send: (path: string, at: number, { piece, sum }: Piece) =>
      ask("PATCH", path, {
        headers: {
          "content-type": "application/offset+octet-stream",
          "upload-offset": String(at),
          ...(sum ? { "upload-checksum": sum } : {}),
        },
        body: piece,
      }),
    ask,
    standing: async (path: string) =>
      Number((await ask("HEAD", path)).headers.get("upload-offset") ?? Number.NaN),
  };
}

describe("Uploading in pieces", () => {
  sandboxed();

  it("takes a document in three pieces and lets a form name it", async () => {
    const clerk = await anOfficer();
    const tus = await tusOf(clerk);
    const pdf = await aPdf({ pages: 4 });
    const begun = await tus.begin(pdf.length);
    expect(begun.status).to.equal(201);
    const path = begun.headers.get("location") ?? "";
    const [one, two] = [Math.floor(pdf.length / 3), Math.floor(pdf.length / 2) + 1];
    for (const [from, to] of [
      [0, one],
      [one, two],
      [two, pdf.length],
    ] as const) {
      expect(await tus.standing(path)).to.equal(from);
      const sent = await tus.send(path, from, { piece: pdf.subarray(from, to) });
      expect([sent.status, sent.headers.get("upload-offset")]).to.deep.equal([204, String(to)]);
    }
    const browser = await visitAs(clerk);
    const id = path.split("/").at(-1) ?? "";
    const { location } = await browser.upload("/documents", { _uploads: id }, []);
    const shown = await browser.get(location ?? "");
    expect(shown.headers.get("content-type")).to.equal("application/pdf");
    expect(Number(shown.headers.get("content-length"))).to.equal(pdf.length);
    const kept = await row<{ sha256: string; name: string }>("select sha256, name from documents");
    expect(kept).to.deep.equal({
      sha256: createHash("sha256").update(pdf).digest("hex"),
      name: "पत्र.pdf",
    });
  });

  it("keeps what waits unreadable on the disk", async () => {
    const tus = await tusOf(await anOfficer());
    const path = (await tus.begin(100)).headers.get("location") ?? "";
    await tus.send(path, 0, { piece: Buffer.from("CANARY-IN-THE-CLEAR") });
    const part = join(config().DOCUMENTS_FOLDER, "uploads", path.split("/").at(-1) ?? "");
    expect((await readFile(part)).length).to.equal(19);
    expect((await readFile(part)).includes("CANARY")).to.equal(false);
  });

  it("is nobody else's", async () => {
    const [tus, other] = [await tusOf(await anOfficer()), await anOfficer()];
    const path = (await tus.begin(10)).headers.get("location") ?? "";
    const theirs = await tusOf(other);
    expect((await theirs.ask("HEAD", path)).status).to.equal(404);
    expect((await theirs.send(path, 0, { piece: Buffer.from("x") })).status).to.equal(404);
    expect((await theirs.ask("DELETE", path)).status).to.equal(404);
    await tus.send(path, 0, { piece: Buffer.from("0123456789") });
    const id = path.split("/").at(-1) ?? "";
    const named = await (await visitAs(other)).upload("/documents", { _uploads: id }, []);
    expect(named.status).to.be.within(400, 499);
  });

  it("refuses another place, another version, too much, and a piece that changed on the way", async () => {
    const tus = await tusOf(await anOfficer());
    const path = (await tus.begin(10)).headers.get("location") ?? "";
    expect((await tus.send(path, 4, { piece: Buffer.from("x") })).status).to.equal(409);
    expect((await tus.send(path, 0, { piece: Buffer.alloc(11) })).status).to.equal(413);
    const sum = `sha256 ${createHash("sha256").update("other").digest("base64")}`;
    const changed = await tus.send(path, 0, { piece: Buffer.from("01234"), sum: sum });
    expect(changed.status).to.equal(460);
    expect(
      (await tus.ask("POST", "/uploads", { headers: { "tus-resumable": "0.2.1" } })).status,
    ).to.equal(412);
    expect((await tus.begin(config().RESUMABLE_LIMIT_BYTES + 1)).status).to.equal(413);
    expect((await tus.begin(0)).status).to.equal(422);
    expect(await tus.standing(path)).to.equal(0);
    const right = `sha256 ${createHash("sha256").update("01234").digest("base64")}`;
    expect((await tus.send(path, 0, { piece: Buffer.from("01234"), sum: right })).status).to.equal(
      204,
    );
  });

  it("lets one write at a time, and takes over from one that died", async () => {
    const tus = await tusOf(await anOfficer());
    const path = (await tus.begin(10)).headers.get("location") ?? "";
    await execute(
      "update uploads set writer = gen_random_uuid(), writer_until = clock_timestamp() + interval '1 minute'",
    );
    expect((await tus.send(path, 0, { piece: Buffer.from("01234") })).status).to.equal(423);
    await execute("update uploads set writer_until = clock_timestamp() - interval '1 second'");
    expect((await tus.send(path, 0, { piece: Buffer.from("01234") })).status).to.equal(204);
  });

  it("forgets what is given up, and after a day what nobody finished", async () => {
    const tus = await tusOf(await anOfficer());
    const given = (await tus.begin(10)).headers.get("location") ?? "";
    expect((await tus.ask("DELETE", given)).status).to.equal(204);
    expect((await tus.ask("HEAD", given)).status).to.equal(404);
    const old = (await tus.begin(10)).headers.get("location") ?? "";
    await tus.send(old, 0, { piece: Buffer.from("01234") });
    await execute("update uploads set expires_at = clock_timestamp() - interval '1 second'");
    await expireUploads();
    expect((await tus.ask("HEAD", old)).status).to.equal(404);
  });

  it("asks for the share of the post before anything is sent", async () => {
    const tus = await tusOf(await anOfficer());
    await insert("parameters", {
      name: "documents.post-megabytes-a-day",
      value: JSON.stringify(1),
      fromOn: "2020-01-01",
      createdAt: now(),
    });
    const refused = await tus.begin(2 * 1024 ** 2);
    expect(refused.status).to.equal(422);
    expect(await refused.text()).to.contain("1 MB today");
  });

  it("counts what waits: many uploads that nobody finishes do not fill the disk", async () => {
    const tus = await tusOf(await anOfficer());
    await insert("parameters", {
      name: "documents.post-megabytes-a-day",
      value: JSON.stringify(1),
      fromOn: "2020-01-01",
      createdAt: now(),
    });
    const path = (await tus.begin(600_000)).headers.get("location") ?? "";
    expect((await tus.begin(600_000)).status).to.equal(422);
    expect((await tus.send(path, 0, { piece: Buffer.alloc(600_000) })).status).to.equal(204);
    expect((await tus.begin(600_000)).status).to.equal(422);
    expect((await tus.ask("DELETE", path)).status).to.equal(204);
    expect((await tus.begin(600_000)).status).to.equal(201);
  });

  it("answers all who ask while it is being finished", async () => {
    const tus = await tusOf(await anOfficer());
    const path = (await tus.begin(8_000_000)).headers.get("location") ?? "";
    const answers = await Promise.all([
      tus.send(path, 0, { piece: Buffer.alloc(8_000_000, 7) }),
      ...Array.from({ length: 12 }, async (_, index) => {
        await pause(index * 15);
        return tus.ask("HEAD", path);
      }),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).to.deep.equal([]);
    expect(await tus.standing(path)).to.equal(8_000_000);
  });
});
