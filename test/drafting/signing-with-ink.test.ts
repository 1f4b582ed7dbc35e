import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { execute, row, withStoredFile } from "../../app/base/index.ts";
import {
  acceptScan,
  acceptScans,
  cancelPrint,
  changeDraft,
  findDraft,
  printForSigning,
  signDraft,
  type Draft,
} from "../../app/drafting/index.ts";
import type { Actor } from "../../app/base/index.ts";
import { sendItem } from "../../app/movement/index.ts";
import { aPost } from "../support/builders.ts";
import {
  anApprovedDraft,
  aSignatory,
  aWrittenLetter,
  uploaded,
} from "../support/draft-builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { aPdf } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

async function aPrint(officer: Actor): Promise<Draft> {
  const draft = await anApprovedDraft(officer);
  await printForSigning(officer, draft);
  return (await findDraft(officer, draft.id)).draft;
}

/** What a scanner makes of the first page of a print: a picture. */
async function scanOf(draft: Draft, name = "scan.png") {
  const folder = mkdtempSync(join(tmpdir(), "scan-"));
  const to = join(folder, "page");
  const page = ["-png", "-gray", "-r", "150", "-f", "1", "-l", "1", "-singlefile"];
  await withStoredFile(draft.wetSha256 ?? "", async (path) =>
    execFileSync("pdftoppm", [...page, path, to]),
  );
  const bytes = readFileSync(`${to}.png`);
  rmSync(folder, { recursive: true });
  return uploaded(bytes, name);
}

describe("Signing with ink", () => {
  sandboxed();

  it("numbers the print, and issues the letter with the scan that shows its code", async () => {
    const officer = await aSignatory();
    const print = await aPrint(officer);
    expect(print).to.include({ state: "awaiting-scan", wetSerial: 1, wetPages: 1 });
    const issued = await acceptScan(officer, { id: print.id, file: await scanOf(print) });
    expect(issued).to.include({ number: print.wetNumber });
    const letter = await row<Record<string, unknown>>(
      `select signing, certificate_id as certificate, signatory_post_id as post, serial
       from letters where id = $id`,
      { id: issued.letterId },
    );
    expect(letter).to.deep.equal({
      signing: "wet",
      certificate: null,
      post: officer.postId,
      serial: 1,
    });
    expect(await eventsOf(print.id)).to.deep.equal([
      "draft.created",
      "draft.approved",
      "draft.printed",
    ]);
  });

  it("refuses a scan without code, of another letter, or twice", async () => {
    const officer = await aSignatory();
    const [one, other] = [await aPrint(officer), await aPrint(officer)];
    const blank = await uploaded(await aPdf(), "blank.pdf");
    const refusal = await refused(acceptScan(officer, { id: one.id, file: blank }));
    expect(refusal.fields[0]?.words).to.match(/No QR code/);
    const wrong = await refused(acceptScan(officer, { id: one.id, file: await scanOf(other) }));
    expect(wrong.fields[0]?.gaps).to.include({ number: other.wetNumber });
    await acceptScan(officer, { id: one.id, file: await scanOf(one) });
    expect(await refusalOf(acceptScan(officer, { id: one.id, file: await scanOf(one) }))).to.equal(
      "conflict",
    );
  });

  it("matches many scans to their letters and names those that fit none", async () => {
    const officer = await aSignatory();
    const [one, other] = [await aPrint(officer), await aPrint(officer)];
    const results = await acceptScans(officer, [
      await scanOf(other, "b.png"),
      await uploaded(await aPdf(), "c.pdf"),
      await scanOf(one, "a.png"),
    ]);
    expect(results.map(({ accepted, name }) => [name, accepted?.number])).to.deep.equal([
      ["b.png", other.wetNumber],
      ["c.pdf", undefined],
      ["a.png", one.wetNumber],
    ]);
    expect(results[1]?.refusal?.words).to.match(/No QR code/);
  });

  it("gives the print of a confidential letter to nobody but who holds it", async () => {
    const [officer, reader] = [await aSignatory(), await aSignatory()];
    const print = await aPrint(officer);
    await execute("update items set classification = 'confidential' where id = $id", {
      id: print.itemId,
    });
    const path = `/drafts/${print.id}/print`;
    const held = await (await visitAs(officer)).get(path);
    expect([held.status, held.headers.get("accept-ranges")]).to.deep.equal([200, "none"]);
    await sendItem(officer, { itemId: print.itemId, toPostId: reader.postId });
    expect((await (await visitAs(officer)).get(path)).status).to.equal(403);
    expect((await (await visitAs(reader)).get(path)).status).to.equal(200);
  });

  it("knows no print of a file that one may not see", async () => {
    const [officer, stranger] = [await aSignatory(), await aSignatory()];
    const print = await aPrint(officer);
    const [result] = await acceptScans(stranger, [await scanOf(print)]);
    expect(result?.refusal?.words).to.match(/no print that waits here/);
  });

  it("stays as it is while it is on paper; a cancelled number is recorded and not used again", async () => {
    const officer = await aSignatory();
    const print = await aPrint(officer);
    const change = { ...aWrittenLetter(officer), id: print.id, version: 1, subject: "अन्य" };
    expect(await refusalOf(changeDraft(officer, change))).to.equal("conflict");
    expect(await refusalOf(signDraft(officer, print))).to.equal("conflict");
    await cancelPrint(officer, { id: print.id, reason: "त्रुटि" });
    expect(
      await row("select number, reason from cancelled_numbers where draft_id = $id", {
        id: print.id,
      }),
    ).to.deep.equal({ number: print.wetNumber, reason: "त्रुटि" });
    const issued = await signDraft(officer, print);
    expect(issued.number).to.match(/^2\//);
    expect(await eventsOf(print.id)).to.include("draft.print-cancelled");
  });

  it("needs somebody in the post that signs", async () => {
    const officer = await aSignatory();
    const vacant = await aPost({ rank: 8 });
    const draft = await anApprovedDraft(officer, { signatoryPostId: vacant.id });
    expect(await refusalOf(printForSigning(officer, draft))).to.equal("conflict");
  });
});
