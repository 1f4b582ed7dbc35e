import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { verifyPdfSignatures } from "../../app/signing/index.ts";
import {
  anAuthority,
  aPdf,
  aSigner,
  inFolder,
  issuedOn,
  later,
  partsOf,
  sign,
  signedAt,
} from "./signed-letter.ts";

describe("Signing a PDF", () => {
  it("gives a signature that our verifier calls valid, with who signed and when", async () => {
    const authority = await anAuthority();
    const signed = sign(await aPdf(), aSigner(authority));
    const reports = verifyPdfSignatures(signed, [authority.certificate], { now: later });
    expect(reports).to.have.length(1);
    expect(reports[0]).to.deep.include({
      status: "valid",
      coversWholeFile: true,
      signedAt,
      reason: "पत्र जारी करने हेतु",
      location: "नवा रायपुर",
    });
    expect(reports[0]?.signer).to.deep.include({
      commonName: "रश्मि वर्मा",
      designation: "अवर सचिव",
      serial: "EMP1001",
    });
  });

  it("only appends: what was there before stays byte for byte", async () => {
    const pdf = await aPdf();
    const signed = sign(pdf, aSigner(await anAuthority()));
    expect(signed.subarray(0, pdf.length).equals(pdf)).to.equal(true);
  });

  it("is accepted by pdfsig", () =>
    inFolder(async (folder) => {
      const path = join(folder, "signed.pdf");
      await writeFile(path, sign(await aPdf(), aSigner(await anAuthority())));
      const report = execFileSync("pdfsig", [path], { encoding: "utf8" });
      expect(report).to.contain("Signature is Valid.");
      expect(report).to.contain("Total document signed");
      expect(report).to.contain("ETSI.CAdES.detached");
    }));

  it("is accepted by OpenSSL as CAdES, under our root", () =>
    inFolder(async (folder) => {
      const authority = await anAuthority();
      const { cms, signed } = partsOf(sign(await aPdf(), aSigner(authority)));
      const path = (name: string) => join(folder, name);
      await writeFile(path("cms"), cms);
      await writeFile(path("signed"), signed);
      await writeFile(path("root"), authority.certificate);
      const flags = ["cms", "-verify", "-binary", "-cades", "-inform", "DER", "-purpose", "any"];
      const files = ["-in", path("cms"), "-content", path("signed"), "-CAfile", path("root")];
      const time = ["-attime", String(signedAt.getTime() / 1000), "-out", path("out")];
      // It throws where OpenSSL does not agree.
      execFileSync("openssl", [...flags, ...files, ...time], { stdio: "pipe" });
    }));

  it("carries no signing time inside the signature, as PAdES demands", () =>
    inFolder(async (folder) => {
      const { cms } = partsOf(sign(await aPdf(), aSigner(await anAuthority())));
      await writeFile(join(folder, "cms"), cms);
      const flags = ["cms", "-cmsout", "-print", "-inform", "DER", "-in", join(folder, "cms")];
      const printed = execFileSync("openssl", flags, { encoding: "utf8" });
      expect(printed).to.contain("id-smime-aa-signingCertificateV2");
      expect(printed).to.contain("messageDigest");
      expect(printed).not.to.contain("signingTime");
    }));

  it("keeps five signatures in a row valid, here and in pdfsig", () =>
    inFolder(async (folder) => {
      const authority = await anAuthority();
      let pdf = await aPdf();
      for (let index = 0; index < 5; index += 1) {
        pdf = sign(pdf, aSigner(authority, { serial: `EMP${index}` }));
      }
      const reports = verifyPdfSignatures(pdf, [authority.certificate], { now: later });
      expect(reports.map((report) => report.status)).to.deep.equal(Array(5).fill("valid"));
      expect(reports.map((report) => report.signer?.serial)).to.deep.equal(
        [0, 1, 2, 3, 4].map((index) => `EMP${index}`),
      );
      await writeFile(join(folder, "five.pdf"), pdf);
      const report = execFileSync("pdfsig", [join(folder, "five.pdf")], {
        encoding: "utf8",
      });
      expect(report.match(/Signature is Valid\./g)).to.have.length(5);
    }));

  it("refuses a PDF that we did not draw", async () => {
    const signer = aSigner(await anAuthority());
    expect(() => sign(Buffer.from("%PDF-1.7\nnot one of ours\n%%EOF\n"), signer)).to.throw();
  });

  it("is judged by the dates of the certificate", async () => {
    const authority = await anAuthority();
    const roots = [authority.certificate];
    const signer = aSigner(authority);
    const status = (at: Date, now: Date, pdf: Buffer) =>
      verifyPdfSignatures(sign(pdf, signer, at), roots, { now })[0]?.status;
    const pdf = await aPdf();
    expect(status(signedAt, new Date("2030-01-01"), pdf)).to.equal("valid_at_time");
    expect(status(new Date("2029-01-01"), new Date("2030-01-01"), pdf)).to.equal("chain_expired");
    expect(status(new Date(issuedOn.getTime() - 1000), later, pdf)).to.equal("chain_expired");
  });

  it("is refused from the moment its certificate was revoked, and not before", async () => {
    const authority = await anAuthority();
    const signer = aSigner(authority);
    const signed = sign(await aPdf(), signer);
    const judged = (since: Date) =>
      verifyPdfSignatures(signed, [authority.certificate], {
        now: later,
        revoked: new Map([[signer.certificate.serialNumber, since]]),
      })[0]?.status;
    expect(judged(issuedOn)).to.equal("revoked");
    expect(judged(later)).to.equal("valid");
  });

  it("is unknown to one who trusts another root, even of the same name", async () => {
    const signed = sign(await aPdf(), aSigner(await anAuthority()));
    const other = await anAuthority();
    expect(verifyPdfSignatures(signed, [other.certificate])[0]?.status).to.equal("unknown_root");
    expect(verifyPdfSignatures(signed, [])[0]?.status).to.equal("unknown_root");
  });

  it("reports nothing for a PDF that is not signed", async () => {
    expect(verifyPdfSignatures(await aPdf(), [])).to.deep.equal([]);
  });
});
