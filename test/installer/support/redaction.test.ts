import { expect } from "chai";
import { execFileSync } from "node:child_process";
import {
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSupportBundle, type Source } from "../../../installer/support/make-support-bundle.ts";
import { makeRedactor } from "../../../installer/support/redact.ts";

const known = {
  secrets: ["kanari-datenbank-7Q!x", "redis kanari 42"],
  names: ["Savitri Devangan", "सावित्री देवांगन", "Ram Lal", "savitri.d", "EIT-0077", "port", "10.20"],
};

/** What must not come out, each in a line as it may stand in some log. */
const planted: readonly (readonly [canary: string, line: string])[] = [
  ["kanari-datenbank-7Q!x", "connecting with kanari-datenbank-7Q!x to 127.0.0.1"],
  ["kanari-datenbank-7Q%21x", "url=postgresql://app:kanari-datenbank-7Q%21x@127.0.0.1/secretariat"],
  ["redis kanari 42", "AUTH redis kanari 42"],
  ["hushhush1", "postgresql://secretariat_app:hushhush1@127.0.0.1:5432/secretariat"],
  ["hushhush2", "password=hushhush2 accepted"],
  ["hushhush3", '{"password": "hushhush3"}'],
  ["hushhush4", "passphrase: 'hushhush4'"],
  ["hushhush5", "api_key=hushhush5&x=1"],
  ["hushhush6", "Authorization: Bearer hushhush6.and-more"],
  ["hushhush7", "authorization: Basic hushhush7=="],
  ["hushhush8", "set-cookie session=hushhush8; Path=/"],
  ["hushhush9", "csrf: hushhush9"],
  ["483920", "otp=483920"],
  ["771204", '{"code":"771204"}'],
  ["eyJhbGciOiJFUzI1NiJ9", "token was eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"],
  [
    "MIGHAgEAMBMGByqGSM49",
    "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----",
  ],
  ["AGE-SECRET-KEY-1QQQQ", "identity AGE-SECRET-KEY-1QQQQWERTYUIOP"],
  ["JBSWY3DPEHPK3PXP", "totp secret JBSWY3DPEHPK3PXP"],
  ["9f86d081884c7d659a2feaa0c55ad015", "__Host-sid 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"],
  ["savitri@cg.example", "mail to savitri@cg.example was refused"],
  ["सावित्री@cg.example", "मेल सावित्री@cg.example को नहीं गई"],
  ["9826012345", "sms to 9826012345 failed"],
  ["98260 12345", "call 98260 12345"],
  ["+919826054321", "to=+919826054321"],
  ["९८२६०१२३४५", "मोबाइल ९८२६०१२३४५"],
  ["4321 8765 2109", "aadhaar 4321 8765 2109"],
  ["432187652109", "number 432187652109"],
  ["ABCDE1234F", "pan ABCDE1234F"],
  ["Savitri Devangan", "moved to Savitri Devangan, Section Officer"],
  ["SAVITRI DEVANGAN", "signed by SAVITRI DEVANGAN"],
  ["Devangan", "Smt. Devangan signed"],
  ["सावित्री देवांगन", "सावित्री देवांगन को भेजी गई"],
  ["Ram Lal", '{"name":"Ram Lal","post":"AG3"}'],
  ["savitri.d", "login savitri.d from 10.10.4.7"],
  ["EIT-0077", "employee EIT-0077"],
  ["Savitri Devangan", "it was moved to Savitri Devangan."],
  ["Devangan", "signed by Smt.Devangan."],
  ["Ram Lal", "the draft is with Ram Lal-"],
  ["ram_lal", "could not read order_ram_lal.pdf"],
  ["Savitri", "see note-Savitri-final.docx..."],
  ["savitri.d", "locked: savitri.d."],
  ["savitri.d", "home of _savitri.d_ is full"],
  ["EIT-0077", "nobody has EIT-0077."],
  ["account port.", "the account port."],
  ["सावित्री देवांगन", "अब सावित्री देवांगन."],
];

/** What helps and hurts nobody stays. */
const kept = [
  "Web started",
  "code: CG",
  'relation "files" has 120000 rows',
  "2026-11-22T03:49:19+0530",
  "10.10.4.20",
  "10.20.4.7",
  "secretariat-web@1.service",
  "SECRETARIAT_WEB_PORT=8081",
];

describe("A support bundle", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "support-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function contentsOf(sources: readonly Source[]): Promise<string> {
    const path = join(folder, "bundle.tar.gz");
    await makeSupportBundle({ sources, path, redact: makeRedactor(known), patienceSeconds: 1 });
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    return execFileSync("tar", ["-xzOf", path], { encoding: "utf8", maxBuffer: 64 << 20 });
  }

  it("lets none of the planted secrets and names out", async () => {
    expect(planted.length).to.be.at.least(30);
    const text = planted.map(([, line]) => line).join("\n");
    const told = await contentsOf([
      { name: "log.txt", read: async () => `${text}\n${kept.join("\n")}\n` },
      { name: "broken.txt", read: () => Promise.reject(new Error("password=hushhush2 refused")) },
    ]);
    expect(
      planted.map(([canary]) => canary).filter((canary) => told.includes(canary)),
    ).to.deep.equal([]);
    kept.forEach((line) => expect(told).to.contain(line));
  });

  it("is laid over no file of another's that has its name already", async () => {
    const [victim, taken] = [join(folder, "victim"), join(folder, "taken.tar.gz")];
    writeFileSync(victim, "untouched");
    symlinkSync(victim, taken);
    await makeSupportBundle({ sources: [], path: taken, redact: makeRedactor(known) });
    expect(readFileSync(victim, "utf8")).to.equal("untouched");
    expect(lstatSync(taken).isFile()).to.equal(true);
  });

  it("says what could not be had, and waits for nobody", async () => {
    const begun = performance.now();
    const told = await contentsOf([
      { name: "slow.txt", read: () => new Promise<string>(() => undefined) },
      { name: "good.txt", read: async () => "Web started" },
    ]);
    expect(performance.now() - begun).to.be.below(5_000);
    expect(told).to.contain("slow.txt: no answer in 1 s").and.to.contain("Web started");
  });

  it("keeps the end of what is too long, from the beginning of a line on", async () => {
    const line = "password=hushhush2 was wrong\n";
    const told = await contentsOf([{ name: "long.txt", read: async () => line.repeat(300_000) }]);
    expect(told.length).to.be.below(4 * 1024 * 1024);
    expect(told).to.not.contain("hushhush2");
  });

  it("finds names among a hundred thousand without losing time", () => {
    const names = Array.from({ length: 100_000 }, (_, at) => `First${at} Last${at}`);
    const redact = makeRedactor({ secrets: [], names });
    const begun = performance.now();
    const text = "moved by First77 Last77 to the section\n".repeat(20_000);
    expect(redact(text)).to.not.contain("First77");
    expect(performance.now() - begun).to.be.below(20_000);
  });
});
