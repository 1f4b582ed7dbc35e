import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { letterForms, renderLetter, type Letter } from "../../app/drafting/letter/index.ts";
import { aLetter, englishParagraph, hindiParagraph, node, text } from "./letter-samples.ts";

describe("A letter", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "letters-"));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  const draw = async (letter: Letter) => {
    const path = join(folder, "letter.pdf");
    await writeFile(path, await renderLetter(letter));
    return path;
  };
  const read = (path: string, ...flags: string[]) =>
    execFileSync("pdftotext", [...flags, path, "-"], { encoding: "utf8" });
  const pagesOf = (path: string) =>
    Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [path], { encoding: "utf8" }))?.[1]);
  /** Without the breaks of lines. */
  const flowing = (words: string) => words.replaceAll(/\s+/g, " ");

  it("has a text layer in the order in which it is written, in Hindi and in English", async () => {
    const hindi = flowing(read(await draw(aLetter("letter", "hi"))));
    for (const words of [
      hindiParagraph,
      "छत्तीसगढ़ शासन",
      "महानदी भवन, नवा रायपुर अटल नगर",
      "(रश्मि वर्मा)",
    ]) {
      expect(hindi).to.contain(words);
    }
    expect(flowing(read(await draw(aLetter("letter", "en"))))).to.contain(englishParagraph);
  });

  it("keeps label and value on one line for those who read by columns", async () => {
    const laid = read(await draw(aLetter("letter", "hi")), "-layout");
    expect(laid).to.match(/क्रमांक एफ 1-7\/2026\/1\/6 +नवा रायपुर अटल नगर, दिनांक 21\.11\.2026/);
    expect(laid).to.match(/विषय :- +द्वितीय/);
    expect(laid).to.match(/2\s+रायपुर\s+98,210/);
  });

  it("embeds its fonts, so that it reads the same everywhere", async () => {
    const listed = execFileSync("pdffonts", [await draw(aLetter("letter", "hi"))], {
      encoding: "utf8",
    });
    const rows = listed.trim().split("\n").slice(2);
    expect(rows).to.have.length(2);
    rows.forEach((row) => expect(row).to.match(/NotoSansDevanagari.* yes yes yes/));
  });

  const marksOf = {
    letter: [/महोदय\/महोदया,.*भवदीय,/, /Sir\/Madam,.*Yours faithfully,/],
    do_letter: [
      /अर्द्धशा\. पत्र क्रमांक.*प्रिय श्री अशोक साहू,.*प्रति, श्री/,
      /D\.O\. No\..*Dear Shri Ashok Sahu,.*To, Shri/,
    ],
    office_memorandum: [
      /कार्यालय ज्ञापन.*\(रश्मि वर्मा\).*प्रति,/,
      /OFFICE MEMORANDUM.*\(Rashmi Verma\).*To,/,
    ],
    order: [
      /आदेश.*छत्तीसगढ़ के राज्यपाल के नाम से तथा आदेशानुसार,/,
      /ORDER.*By order and in the name of the Governor of Chhattisgarh,/,
    ],
    circular: [/परिपत्र.*प्रति,.*विषय :-/, /CIRCULAR.*To,.*Subject :-/],
    uo_note: [/अशासकीय टीप.*प्रति,.*अशा\. टीप क्रमांक/, /UNOFFICIAL NOTE.*To,.*U\.O\. No\./],
  } as const;

  for (const form of letterForms) {
    for (const [index, language] of (["hi", "en"] as const).entries()) {
      it(`of the form "${form}" is laid out as offices write it, in "${language}"`, async () => {
        const written = flowing(read(await draw(aLetter(form, language))));
        expect(written).to.match(marksOf[form][index] ?? /^$/);
      });
    }
  }

  it("has neither salutation nor closing words where its form has none", async () => {
    const written = read(await draw(aLetter("office_memorandum", "hi")));
    expect(written).not.to.match(/महोदय|भवदीय|आपका,/);
  });

  it("ends with the endorsement: its number, the copies and the signature again", async () => {
    const written = flowing(read(await draw(aLetter("letter", "hi"))));
    expect(written).to.match(
      /पृ\. क्रमांक एफ 1-7.*प्रतिलिपि.*1\. निज सचिव.*3\. गार्ड फाइल।.*\(रश्मि वर्मा\)/,
    );
    const without = read(await draw(aLetter("letter", "hi", { copies: [] })));
    expect(without).not.to.contain("प्रतिलिपि");
  });

  it("leaves dots for a number and a date that are not given yet", async () => {
    const { number: _number, date: _date, ...rest } = aLetter("letter", "hi", { draft: true });
    const written = flowing(read(await draw(rest)));
    expect(written).to.contain("क्रमांक ………").and.contain("दिनांक ………");
    expect(written).to.contain("DRAFT");
  });

  it("says DRAFT on every page of a draft, and nowhere else", async () => {
    const body = node(
      "doc",
      ...Array.from({ length: 20 }, () => node("paragraph", text(hindiParagraph))),
    );
    const draft = await draw(aLetter("order", "hi", { draft: true, body }));
    expect(read(draft).match(/DRAFT/g)).to.have.length(pagesOf(draft));
    expect(read(await draw(aLetter("order", "hi", { body })))).not.to.contain("DRAFT");
  });

  it("runs over as many pages as it needs, loses no line and numbers them", async () => {
    const paragraphs = Array.from({ length: 60 }, (_, index) =>
      node("paragraph", text(`(${index + 1}) ${hindiParagraph}`)),
    );
    const path = await draw(aLetter("letter", "hi", { body: node("doc", ...paragraphs) }));
    const pages = pagesOf(path);
    const written = flowing(read(path));
    expect(pages).to.be.greaterThan(4);
    paragraphs.forEach((_, index) => expect(written).to.contain(`(${index + 1}) उपरोक्त`));
    expect(written).to.contain(`पृष्ठ ${pages} / ${pages}`);
  });

  it("repeats the heading of a long table on each page, and breaks a row too tall for a page", async () => {
    const cell = (words: string) => node("table_cell", node("paragraph", text(words)));
    const head = node("table_row", node("table_header", node("paragraph", text("शीर्षक"))));
    const rows = Array.from({ length: 90 }, (_, index) =>
      node("table_row", cell(`पंक्ति ${index}.`)),
    );
    const tall = node("table_row", cell(`${hindiParagraph} `.repeat(60)));
    const body = node("doc", node("table", head, ...rows, tall));
    const path = await draw(aLetter("order", "hi", { body }));
    const written = read(path);
    const pages = Array.from({ length: pagesOf(path) }, (_, index) =>
      read(path, "-f", String(index + 1), "-l", String(index + 1)),
    );
    const withRows = pages.filter((page) => /पंक्ति \d|विद्यार्थी/.test(page));
    expect(withRows.length).to.be.greaterThan(3);
    withRows.forEach((page) => expect(page).to.contain("शीर्षक"));
    rows.forEach((_, index) => expect(written).to.contain(`पंक्ति ${index}.`));
    expect(written.match(/विद्यार्थी/g)).to.have.length(60);
  });

  it("never leaves the signature alone on a page", async () => {
    const lines = (count: number) =>
      node(
        "doc",
        ...Array.from({ length: count }, (_, index) => node("paragraph", text(`पंक्ति ${index}.`))),
      );
    for (let count = 8; count < 30; count += 3) {
      const path = await draw(
        aLetter("letter", "hi", { body: lines(count), copies: [], enclosures: [] }),
      );
      const last = read(path, "-f", String(pagesOf(path)));
      expect(last, `${count} lines`)
        .to.contain(`पंक्ति ${count - 1}.`)
        .and.contain("भवदीय,");
    }
  });

  it("cuts a word that is wider than the page rather than run off it", async () => {
    const endless = "https://example.in/".padEnd(400, "a");
    const path = await draw(
      aLetter("letter", "en", { body: node("doc", node("paragraph", text(endless))) }),
    );
    expect(read(path).replaceAll(/\s/g, "")).to.contain(endless);
  });

  it("refuses a node that it cannot draw rather than leave words out", async () => {
    const body = node("doc", node("picture"));
    const drawn = renderLetter(aLetter("letter", "hi", { body }));
    expect(await drawn.catch((error: unknown) => String(error))).to.contain('"picture"');
  });

  it("is the same to the byte when drawn again, whatever was drawn in between", async () => {
    const letter = aLetter("order", "hi");
    const first = await renderLetter(letter);
    await renderLetter(aLetter("circular", "hi", { subject: "र्कि ट्रिब्यूनल क्लिष्ट हृदय क्ष क् ष" }));
    expect((await renderLetter(letter)).equals(first)).to.equal(true);
  });
});
