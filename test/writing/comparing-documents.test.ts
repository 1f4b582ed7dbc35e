import { expect } from "chai";
import { compareDocuments, documentFromText, isSameText } from "../../app/writing/index.ts";
import { checkDocument } from "../../app/writing/index.ts";
import type { LineDifference } from "../../app/writing/index.ts";
import { aText } from "./texts.ts";

const signs = { same: ["", ""], added: ["[+", "]"], removed: ["[-", "]"] } as const;

/** The difference as one would pencil it on paper. */
function read(differences: readonly LineDifference[]): string[] {
  return differences.map(({ kind, parts }) => {
    const text = parts.map((part) => signs[part.kind].join(part.text)).join("");
    return kind === "restyled" ? `(restyled) ${text}` : text;
  });
}

function compare(before: string, after: string): string[] {
  return read(compareDocuments(documentFromText(before), documentFromText(after)));
}

describe("The difference between two versions of a draft", () => {
  it("shows whole Hindi words, never half a letter", () => {
    expect(
      compare("प्रकरण में स्वीकृति प्रदान की जाती है।", "प्रकरण में सशर्त स्वीकृति प्रदान की गई है।"),
    ).to.deep.equal(["प्रकरण में [+सशर्त ]स्वीकृति प्रदान की [-जाती][+गई] है।"]);
  });

  it("reads a rewritten phrase as one phrase", () => {
    expect(
      compare(
        "The collector is requested to send the report by 21.11.2026 without fail.",
        "The collector shall kindly furnish the report by 30.11.2026 without fail.",
      ),
    ).to.deep.equal([
      "The collector [-is requested to send][+shall kindly furnish] the report by [-21.11.2026][+30.11.2026] without fail.",
    ]);
  });

  it("shows paragraphs that came and went whole", () => {
    expect(compare("पहला पैरा।\n\nहटाया गया।", "पहला पैरा।\n\nThird, quite new.")).to.deep.equal([
      "पहला पैरा।",
      "[+Third, quite new.]",
      "[-हटाया गया।]",
    ]);
  });

  it("finds the paragraph again when another is put before it", () => {
    expect(compare("1. मुआवजा राशि 5 लाख रुपये।", "भूमिका।\n\n1. मुआवजा राशि 7 लाख रुपये।")).to.deep.equal(
      ["[+भूमिका।]", "1. मुआवजा राशि [-5][+7] लाख रुपये।"],
    );
  });

  it("tells a change of look from a change of words", () => {
    const plain = { type: "text", text: "अंतिम तिथि" };
    const bold = { ...plain, marks: [{ type: "strong" }] };
    const [before, after] = [plain, bold].map(
      (text) => checkDocument(aText({ type: "paragraph", content: [text] })).document,
    );
    if (!before || !after) {
      throw new Error("Both versions should have passed");
    }
    expect(read(compareDocuments(before, after))).to.deep.equal(["(restyled) अंतिम तिथि"]);
    expect(isSameText(before, after)).to.equal(false);
    expect(isSameText(before, before)).to.equal(true);
  });

  it("gives back both versions whole from its parts", () => {
    const before = "एक दो तीन।\n\nचार पाँच छह सात।\n\nआठ";
    const after = "एक दो ढाई तीन।\n\nनया\n\nचार पाँच सात आठ।";
    const differences = compareDocuments(documentFromText(before), documentFromText(after));
    const without = (gone: string) =>
      differences
        .map(({ parts }) =>
          parts
            .filter(({ kind }) => kind !== gone)
            .map(({ text }) => text)
            .join(""),
        )
        .filter((line) => line !== "")
        .join("\n\n");
    expect(without("added")).to.equal(before);
    expect(without("removed")).to.equal(after);
  });

  it("answers over 200 kB rewritten from end to end, which naively takes hours", () => {
    const long = (word: string) =>
      Array.from({ length: 9000 }, (_, at) => `${word}${at}`).join(" ");
    const parts = compare(`${long("क")} ${long("ख")}`, `${long("क")} ${long("ग")}`);
    expect(parts).to.not.equal(undefined);
  });
});
