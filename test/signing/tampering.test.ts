import { expect } from "chai";
import { verifyPdfSignatures, type Authority, type Signer } from "../../app/signing/index.ts";
import { anAuthority, aPdf, aSigner, later, partsOf, sign } from "./signed-letter.ts";

describe("A signed PDF that was tampered with", () => {
  let authority: Authority;
  let signer: Signer;
  let plain: Buffer;
  let signed: Buffer;

  const statuses = (pdf: Buffer) =>
    verifyPdfSignatures(pdf, [authority.certificate], { now: later }).map(({ status }) => status);

  const replaced = (pdf: Buffer, from: string, to: string) =>
    Buffer.from(pdf.toString("latin1").replace(from, to), "latin1");

  before(async () => {
    authority = await anAuthority();
    signer = aSigner(authority);
    plain = await aPdf();
    signed = sign(plain, signer);
    expect(statuses(signed)).to.deep.equal(["valid"]);
  });

  const flipped = (at: number) => {
    const bent = Buffer.from(signed);
    bent[at] = (bent[at] ?? 0) ^ 1;
    return statuses(bent);
  };

  it("is never valid after a bit was flipped anywhere in the document", () => {
    for (let at = 0; at < signed.length; at += 1009) {
      expect(flipped(at), `byte ${at}`).not.to.include("valid");
    }
  });

  it("is never valid after a bit was flipped in the signature", () => {
    const { gapFrom, cms } = partsOf(signed);
    for (let at = gapFrom; at < gapFrom + cms.length * 2 + 2; at += 47) {
      expect(flipped(at), `byte ${at}`).not.to.include("valid");
    }
  });

  it("is never valid with something hidden behind the signature in its room", () => {
    const { gapTo } = partsOf(signed);
    expect(flipped(gapTo - 3)).to.deep.equal(["malformed"]);
  });

  it("is altered when anything is appended, were it one space", () => {
    const update = "1 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\n";
    for (const more of [" ", "\n", update, plain.toString("latin1")]) {
      const longer = Buffer.concat([signed, Buffer.from(more, "latin1")]);
      expect(statuses(longer)).to.deep.equal(["altered_after"]);
    }
  });

  it("is altered when a further signature brings more than a signature", () => {
    const twice = sign(signed, signer);
    expect(statuses(twice)).to.deep.equal(["valid", "valid"]);
    const bent = Buffer.from(twice);
    const widget = bent.lastIndexOf("/Rect [0 0 0 0]");
    bent.write("/Rect [0 0 9 9]", widget, "latin1");
    expect(statuses(bent)).to.deep.equal(["altered_after", "altered_after"]);
  });

  it("is altered when a page was changed in between, and then signed by another", async () => {
    const stranger = aSigner(await anAuthority(), { serial: "X" });
    const text = signed.toString("latin1");
    const page = Number(/\/Kids \[(\d+) 0 R/.exec(text)?.[1]);
    const changed = updated(signed, page, "/Type /Page\n/Parent 1 0 R\n/MediaBox [0 0 595 841]");
    expect(statuses(changed)).to.deep.equal(["altered_after"]);
    expect(statuses(sign(changed, stranger))).to.deep.equal(["altered_after", "unknown_root"]);
  });

  it("stays valid when a stranger only adds a signature, which stays the stranger's", async () => {
    const stranger = aSigner(await anAuthority(), { serial: "X" });
    expect(statuses(sign(signed, stranger))).to.deep.equal(["valid", "unknown_root"]);
  });

  it("is not valid with its range swapped, shrunk, stretched or overlapping", () => {
    const [range = ""] = /\/ByteRange \[[^\]]+\]/.exec(signed.toString("latin1")) ?? [];
    const { gapFrom, gapTo, length } = partsOf(signed);
    const forged = [
      `/ByteRange [${gapTo} ${length} 0 ${gapFrom}]`,
      `/ByteRange [0 ${gapFrom} ${gapTo} ${length - 1}]`,
      `/ByteRange [0 ${gapFrom} ${gapTo} ${length + 1}]`,
      `/ByteRange [0 ${gapFrom - 1} ${gapTo} ${length}]`,
      `/ByteRange [0 ${gapFrom} ${gapTo + 1} ${length - 1}]`,
      `/ByteRange [0 ${gapTo} ${gapFrom} ${length}]`,
      `/ByteRange [1 ${gapFrom} ${gapTo} ${length}]`,
      `/ByteRange [0 ${gapFrom} ${gapTo}]`,
      `/ByteRange [0 -${gapFrom} ${gapTo} ${length}]`,
      `/ByteRange null`,
    ];
    for (const each of forged) {
      const bent = replaced(signed, range, each.padEnd(range.length, " "));
      expect(statuses(bent), each).not.to.include("valid");
      expect(statuses(bent), each).to.have.length(1);
    }
  });

  it("is not valid with two values for the signature, or none", () => {
    const { gapFrom, gapTo } = partsOf(signed);
    const doubled = replaced(signed, "/Filter /Adobe.PPKLite", "/Contents <00>/AdobePPKLite");
    expect(statuses(doubled)).not.to.include("valid");
    const emptied = Buffer.from(signed).fill("0", gapFrom + 1, gapTo - 1);
    expect(statuses(emptied)).to.deep.equal(["malformed"]);
  });

  it("is not valid with the signature of another letter put in", async () => {
    const other = sign(Buffer.concat([plain]), aSigner(authority), later);
    const { gapFrom, gapTo } = partsOf(signed);
    const theirs = partsOf(other);
    const bent = Buffer.from(signed);
    other.copy(bent, gapFrom, theirs.gapFrom, theirs.gapFrom + (gapTo - gapFrom));
    expect(statuses(bent)).to.deep.equal(["altered_after"]);
  });

  it("does not vouch for the letter once the signature is cut off", () => {
    expect(statuses(signed.subarray(0, plain.length))).to.deep.equal([]);
    expect(statuses(signed.subarray(0, signed.length - 10))).not.to.include("valid");
  });
});

/** What an attacker does who knows PDF: a proper further revision that changes one object. */
function updated(pdf: Buffer, number: number, body: string): Buffer {
  const text = pdf.toString("latin1");
  const trailer = text.slice(text.lastIndexOf("trailer\n<<") + 10, text.lastIndexOf(">>")).trim();
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1];
  const written = `${number} 0 obj\n<<\n${body}\n>>\nendobj\n`;
  const row = `${String(pdf.length).padStart(10, "0")} 00000 n \n`;
  const entries = `${trailer.replace(/\/Prev \d+/, "").trim()}\n/Prev ${previous}`;
  const table = `xref\n${number} 1\n${row}trailer\n<<\n${entries}\n>>\n`;
  const end = `startxref\n${pdf.length + written.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(`${written}${table}${end}`, "latin1")]);
}
