import { X509Certificate } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { createAuthority, issueCertificate, openSigner } from "../../app/signing/index.ts";
import { anAuthority, aSubject, inFolder, issuedOn } from "./signed-letter.ts";

describe("The signing authority", () => {
  it("is made once, even by processes that start together", () =>
    inFolder(async (folder) => {
      const all = await Promise.all(Array.from({ length: 6 }, () => createAuthority(folder)));
      const again = await createAuthority(folder);
      expect(new Set([...all, again].map((each) => each.certificate)).size).to.equal(1);
      expect(await readdir(folder)).to.deep.equal(["authority"]);
    }));

  it("keeps its keys from other users of the machine", () =>
    inFolder(async (folder) => {
      await createAuthority(folder);
      const home = join(folder, "authority");
      for (const name of await readdir(home)) {
        expect((await stat(join(home, name))).mode & 0o777, name).to.equal(0o600);
      }
      expect((await stat(home)).mode & 0o777).to.equal(0o700);
    }));

  it("refuses keys that do not belong together rather than make new ones", () =>
    inFolder(async (folder) => {
      await createAuthority(folder);
      const other = await anAuthority();
      await writeFile(join(folder, "authority/root.pem"), other.certificate);
      const failure = await createAuthority(folder).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(Error);
    }));

  it("issues certificates that OpenSSL accepts under its root", () =>
    inFolder(async (folder) => {
      const authority = await createAuthority(folder, issuedOn);
      const { certificate } = issueCertificate(authority, aSubject());
      const [root, own] = [join(folder, "root.pem"), join(folder, "own.pem")];
      await writeFile(root, authority.certificate);
      await writeFile(own, certificate);
      const flags = ["verify", "-x509_strict", "-purpose", "smimesign", "-CAfile", root, own];
      const report = execFileSync("openssl", flags, { encoding: "utf8" });
      expect(report.trim()).to.match(/: OK$/);
    }));

  it("names the officer, the post and the employee code in the certificate", async () => {
    const { certificate, serialNumber } = issueCertificate(await anAuthority(), aSubject());
    const read = new X509Certificate(certificate);
    expect(read.subject).to.equal(
      "CN=रश्मि वर्मा\ntitle=अवर सचिव\nO=छत्तीसगढ़ शासन\nserialNumber=EMP1001",
    );
    expect(read.serialNumber).to.equal(serialNumber);
    expect(read.ca).to.equal(false);
  });

  it("stores no private key that can be read without its sealing key", async () => {
    const authority = await anAuthority();
    const issued = issueCertificate(authority, aSubject());
    expect(issued.sealedKey.toString("latin1")).not.to.contain("PRIVATE KEY");
    expect(() => openSigner({ ...authority, sealingKey: Buffer.alloc(32) }, issued)).to.throw();
  });

  it("opens a sealed key for its own certificate only", async () => {
    const authority = await anAuthority();
    const one = issueCertificate(authority, aSubject());
    const other = issueCertificate(authority, aSubject({ serial: "EMP1002" }));
    expect(openSigner(authority, one).privateKey.type).to.equal("private");
    expect(() => openSigner(authority, { ...one, sealedKey: other.sealedKey })).to.throw();
    const bent = Buffer.from(one.sealedKey);
    bent[60] = (bent[60] ?? 0) ^ 1;
    expect(() => openSigner(authority, { ...one, sealedKey: bent })).to.throw();
  });
});
