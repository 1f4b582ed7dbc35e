import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Halt } from "../../installer/command/halt.ts";
import { questionOf } from "../../installer/offices/ask-office.ts";
import { standing } from "../../installer/offices/check-office.ts";
import { refuseUnprovenEscrow } from "../../installer/offices/escrow-gate.ts";
import { readOffice } from "../../installer/offices/read-office.ts";
import { lastSheet } from "../../installer/offices/sheets.ts";
import { drawSignOff } from "../../installer/offices/sign-off.ts";
import { helpOf, linesOf } from "../../installer/offices/watch-office.ts";

const example = "installer/offices/office.example.yml";

describe("Office files", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "offices-"));
    copyFileSync(example, join(folder, "387.yml"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const refused = async (lgd: string, sentence: RegExp) => {
    const said = await readOffice(lgd, folder).then(() => "nothing", String);
    expect(said).to.match(sentence);
  };
  const copy = (name: string, from: string, to: string) =>
    writeFileSync(join(folder, name), readFileSync(example, "utf8").replace(from, to));

  it("are read as the example says", async () => {
    const office = await readOffice("387", folder);
    expect([office.code, office.posts.length, office.employees]).to.deep.equal([
      "COLL-RAIPUR",
      2,
      "387.xlsx",
    ]);
    expect(linesOf([office])).to.deep.equal([
      { targets: ["10.20.11.1"], labels: { office: "387" } },
    ]);
    expect(helpOf([office])[0]).to.include({ lgd: "387", hasLine: true });
  });

  it("are refused with an unknown key, another code, a code twice, or no file", async () => {
    copy("388.yml", "", "");
    await refused("388", /says LGD code 387/);
    copy("388.yml", 'lgd: "387"', 'lgd: "388"');
    await refused("388", /both say the office has the code COLL-RAIPUR/);
    writeFileSync(
      join(folder, "388.yml"),
      readFileSync(example, "utf8")
        .replace('lgd: "387"', 'lgd: "388"')
        .replace("code: COLL-RAIPUR", "code: COLL-OTHER"),
    );
    await refused("388", /both name the employee master 387\.xlsx/);
    copy("387.yml", "order:", "oder:");
    await refused("387", /oder/);
    await refused("999", /is not there/);
    await refused("../x", /digits only/);
  });

  it("are refused with every mistake in words of both languages, none of them a pattern", async () => {
    const source = readFileSync(example, "utf8");
    const wrong = source
      .replace('lgd: "387"', "lgd: 387")
      .replace("code: COLL-RAIPUR", "code: 'a b'");
    writeFileSync(join(folder, "387.yml"), `${wrong}\n"{gap}": 1\n`);
    const said = await readOffice("387", folder).catch((error: Halt) => error.words);
    expect(said).to.deep.equal({
      en:
        "387.yml cannot be used: lgd: Write words; a number in quotation marks. " +
        "code: These letters are not accepted here; the example file shows what is. " +
        "{gap}: There is no such key.",
      hi:
        "387.yml का उपयोग नहीं हो सकता: lgd: शब्द लिखें; संख्या हो तो उद्धरण-चिह्नों में। " +
        "code: ये अक्षर यहाँ स्वीकार नहीं हैं; उदाहरण फ़ाइल देखें। {gap}: ऐसी कोई कुंजी नहीं है।",
    });
  });

  it("that name the directory ask that people come in by it", async () => {
    copy("387.yml", "# directory:", "directory:");
    const office = await readOffice("387", folder);
    expect(office.directory?.base).to.equal("ou=raipur,dc=cg,dc=example");
    const counts = { posts: 2, vacant: 0, people: 2, shutOut: 0, administrators: 1, ranges: 1 };
    const found = { ...counts, byDirectory: 1, letterhead: { officeHi: "क" }, numbers: { a: "1" } };
    const judged = (byDirectory: number) =>
      standing(office, { ...found, byDirectory })
        .filter(({ words }) => words.en === "People who come in by the directory")
        .map(({ isGood, found: told }) => [isGood, told]);
    expect(judged(1)).to.deep.equal([[true, "1 / 2"]]);
    expect(judged(0)).to.deep.equal([[false, "0 / 2"]]);
    expect(standing({ ...office, directory: undefined }, found)).to.have.length(7);
  });

  it("come in without a proven escrow only where somebody says so, which is handed on to the record", async () => {
    const escrow = join(folder, "escrow.json");
    const warned: string[] = [];
    const gate = (despite: boolean) =>
      refuseUnprovenEscrow(despite, ({ en }) => void warned.push(en), escrow);
    expect(() => gate(false)).to.throw(/not proven/);
    expect(gate(true)).to.equal(true);
    expect(warned.join()).to.match(/not proven/);
    writeFileSync(escrow, JSON.stringify({ provenAt: new Date().toISOString() }));
    expect([gate(true), gate(false)]).to.deep.equal([false, false]);
    const office = await readOffice("387", folder);
    const asked = { office, language: "en", isCheck: false, despiteEscrow: true } as const;
    expect(await questionOf(asked)).to.deep.include({ isCheck: false, despiteEscrow: true });
  });

  it("are tried again after a trial that failed, or once they say something else", async () => {
    const laid = new Date("2026-11-02T10:00:00.600Z");
    const [papers, file] = [join(folder, "papers"), join(folder, "387.yml")];
    utimesSync(file, laid, laid);
    mkdirSync(papers);
    const after = async (...names: string[]) => {
      names.forEach((name) => writeFileSync(join(papers, name), ""));
      return (await lastSheet("387", { papers, file }))?.slice(papers.length + 1);
    };
    expect(await after()).to.equal(undefined);
    expect(await after("left-2026-11-01.json", "sign-off-20261101T100000.pdf")).to.equal(undefined);
    expect(await after("sign-off-20261102T100000.pdf")).to.equal("sign-off-20261102T100000.pdf");
    expect(await after("failed-20261103T100000.pdf")).to.equal(undefined);
    expect(await after("sign-off-20261104T100000.pdf")).to.equal("sign-off-20261104T100000.pdf");
  });

  it("end in a sheet of one page in both languages", async () => {
    const office = await readOffice("387", folder);
    const findings = [{ words: { hi: "जावक", en: "Dispatching" }, isGood: true, found: "9 ms" }];
    const about = { at: new Date(), version: "1.0.0", address: "https://x" };
    const sheet = await drawSignOff({ office, findings, ...about });
    expect(sheet.subarray(0, 5).toString()).to.equal("%PDF-");
    expect(sheet.toString("latin1").match(/\/Type \/Page\b/g)).to.have.length(1);
  });
});
