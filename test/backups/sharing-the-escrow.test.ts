import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { decryptFile, makeKeyPair } from "../../backups/escrow/age.ts";
import { readEscrow } from "../../backups/escrow/facts.ts";
import { combineShares, splitSecret, writeEscrowed } from "../../backups/escrow/shares.ts";
import { splitEscrow } from "../../backups/escrow/split.ts";
import { fingerprintOf, signingKey } from "../../backups/manifest/sign.ts";

describe("Sharing the escrow out", function () {
  this.timeout(30_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "escrow-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("lets any three of five open it, and no two, nor a wrong one", async () => {
    const { identity, recipient } = await makeKeyPair();
    const escrowed = { identity, signer: "s".repeat(43) };
    const shares = await splitSecret(writeEscrowed(escrowed), { shares: 5, threshold: 3 });
    const facts = { threshold: 3, recipient };
    const pick = (...numbers: number[]) => numbers.map((number) => shares[number - 1] ?? "");
    for (const numbers of [
      [1, 2, 3],
      [5, 3, 1],
      [2, 4, 5],
      [1, 2, 3, 4, 5],
    ]) {
      expect(await combineShares(pick(...numbers), facts)).to.deep.equal(escrowed);
    }
    expect(await combineShares(pick(1, 2), facts)).to.equal(undefined);
    expect(await combineShares(pick(1, 2, 2), facts)).to.equal(undefined);
    const [one = "", two = "", three = ""] = pick(1, 2, 3);
    const wrong = three.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    expect(await combineShares([one, two, wrong], facts)).to.equal(undefined);
    expect(await combineShares([one, two, "three"], facts)).to.equal(undefined);
    const other = await makeKeyPair();
    const theirs = { threshold: 3, recipient: other.recipient };
    expect(await combineShares(pick(1, 2, 3), theirs)).to.equal(undefined);
  });

  it("gives each officer a share that only he can open, and keeps the secret nowhere", async () => {
    const officers = await Promise.all([1, 2, 3, 4, 5].map(() => makeKeyPair()));
    const recipients = officers.map(({ recipient }) => recipient);
    const places = { folder: join(folder, "backups"), state: join(folder, "state") };
    const wish = { recipients, shares: 5, threshold: 3 };
    const { files, paper, facts } = await splitEscrow(places, wish);
    expect([files.length, paper]).to.deep.equal([5, []]);
    const opened = await Promise.all(
      files.slice(0, 3).map((file, index) => decryptFile(officers[index]?.identity ?? "", file)),
    );
    const { recipient } = facts;
    const escrowed = await combineShares(opened, { threshold: 3, recipient });
    expect(escrowed?.identity).to.match(/^AGE-SECRET-KEY-1/);
    expect(escrowed?.signer).to.equal(fingerprintOf(await signingKey(places.state)));
    const stolen = await decryptFile(officers[1]?.identity ?? "", files[0] ?? "").catch(() => "no");
    expect(stolen).to.equal("no");
    expect((await readEscrow(places.state))?.provenAt).to.equal(undefined);
  });

  it("remembers whose shares open older archives", async () => {
    const places = { folder: join(folder, "backups"), state: join(folder, "state") };
    const before = await readEscrow(places.state);
    const { paper } = await splitEscrow(places, { recipients: [], shares: 5, threshold: 3 });
    expect(paper).to.have.length(5);
    const after = await readEscrow(places.state);
    expect(after?.formerly.map(({ recipient }) => recipient)).to.deep.equal([before?.recipient]);
  });

  it("refuses a wish that protects nothing", async () => {
    const places = { folder, state: folder };
    const { recipient } = await makeKeyPair();
    for (const wish of [
      { recipients: [], shares: 5, threshold: 1 },
      { recipients: [], shares: 2, threshold: 3 },
      { recipients: [recipient, recipient, recipient], shares: 3, threshold: 2 },
      { recipients: ["age1nonsense"], shares: 1, threshold: 2 },
    ]) {
      const refused = await splitEscrow(places, wish).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(Error);
    }
  });
});
