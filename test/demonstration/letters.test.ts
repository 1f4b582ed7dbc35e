import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { makeLetter, type PlannedReceipt } from "../../app/demonstration/index.ts";
import { aYear } from "./year.ts";

const receipts = [...aYear("test").plan.receipts.values()];

function aLetter(fits: (receipt: PlannedReceipt) => boolean): PlannedReceipt {
  const found = receipts.find(fits);
  if (!found) {
    throw new Error("the plan has no such letter");
  }
  return found;
}

function read(tool: "pdfinfo" | "pdftotext", pdf: Buffer): string {
  const args = tool === "pdftotext" ? ["-layout", "-", "-"] : ["-"];
  return execFileSync(tool, args, { input: pdf, encoding: "utf8" });
}

const plain = (text: string) => text.replace(/\s+/g, " ");

describe("The demonstration's letters", function () {
  // The first letter waits for the fonts to be read.
  this.timeout(20_000);

  it("copy out in reading order, in Hindi", async () => {
    const letter = aLetter(
      ({ scanned, language, pages, sender }) =>
        !scanned && language === "hi" && pages < 6 && sender.kind === "collector",
    );
    const text = plain(read("pdftotext", await makeLetter(letter)));
    expect(text).to.include("मंत्रालय, महानदी भवन, नवा रायपुर अटल नगर");
    expect(text).to.include(letter.department.hi);
  });

  for (const scanned of [false, true]) {
    it(`have the pages that were planned, ${scanned ? "scanned" : "typed"}`, async () => {
      const letter = aLetter((one) => one.scanned === scanned && one.pages === 3);
      expect(read("pdfinfo", await makeLetter(letter))).to.match(/Pages:\s+3\n/);
    });
  }

  it("are pictures without text where they were scanned", async () => {
    const letter = aLetter(({ scanned, pages }) => scanned && pages === 1);
    expect(read("pdftotext", await makeLetter(letter)).trim()).to.equal("");
  });

  it("have the same bytes each time, and no two the same", async () => {
    const [one, other] = [aLetter(({ pages }) => pages === 1), aLetter(({ pages }) => pages === 2)];
    const first = await makeLetter(one);
    expect((await makeLetter(one)).equals(first)).to.equal(true);
    expect((await makeLetter(other)).equals(first)).to.equal(false);
  });

  it("come on paper from villages: some sixty or more are scanned", () => {
    expect(receipts.filter(({ scanned }) => scanned).length).to.be.within(50, 110);
  });
});
