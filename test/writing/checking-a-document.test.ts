import { expect } from "chai";
import fc from "fast-check";
import {
  canonicalJson,
  checkDocument,
  documentFromText,
  documentToText,
  isEmpty,
  UnfitDocument,
} from "../../app/writing/index.ts";
import { aText, bullets, paragraph } from "./texts.ts";

/** Runs the check on something that may be anything, and says why it was refused. */
function refusal(json: unknown, limits = {}): string {
  try {
    checkDocument(json, limits);
    return "taken";
  } catch (error) {
    if (error instanceof UnfitDocument) {
      return `${error.reason} at ${error.path}`;
    }
    throw error;
  }
}

describe("Checking a written document", () => {
  it("takes every part the editor can write", () => {
    const cell = (type: string, text: string) => ({ type, content: [paragraph(text)] });
    const row = (type: string) => ({
      type: "table_row",
      content: [cell(type, "एक"), cell(type, "दो")],
    });
    const reference = { kind: "page", target: "7c1:12", label: "पृष्ठ 12/प." };
    const whole = aText(
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "विषय" }] },
      {
        type: "paragraph",
        attrs: { align: "center" },
        content: [
          { type: "text", text: "कृपया ", marks: [{ type: "underline" }, { type: "strong" }] },
          { type: "reference", attrs: reference },
          { type: "hard_break" },
          { type: "text", text: "देखें।" },
        ],
      },
      bullets(paragraph("पहला"), paragraph("दूसरा")),
      { ...bullets(paragraph("तीसरा")), type: "ordered_list", attrs: { order: 3 } },
      { type: "table", content: [row("table_header"), row("table_cell")] },
    );
    const { document, plainText, references } = checkDocument(whole);
    expect(plainText).to.equal("विषय\nकृपया पृष्ठ 12/प.\nदेखें।\nपहला\nदूसरा\nतीसरा\nएक | दो\nएक | दो");
    expect(references).to.deep.equal([reference]);
    expect(documentToText(document)).to.contain("• पहला\n  दूसरा\n\n3. तीसरा\n\nएक | दो\nएक | दो");
  });

  it("gives one spelling to every way of writing the same text", () => {
    const typedInPieces = aText({
      marks: [],
      content: [
        { text: "क", type: "text", marks: [{ type: "em" }, { type: "strong" }] },
        { text: "\u093C", type: "text", marks: [{ type: "strong" }, { type: "em" }] },
        { text: "\u202E", type: "text" },
      ],
      type: "paragraph",
      attrs: { align: null },
    });
    const atOnce = aText({
      type: "paragraph",
      content: [{ type: "text", text: "\u0958", marks: [{ type: "strong" }, { type: "em" }] }],
    });
    const one = checkDocument(typedInPieces).document;
    expect(canonicalJson(one)).to.equal(canonicalJson(checkDocument(atOnce).document));
    expect(checkDocument(JSON.parse(canonicalJson(one))).document).to.deep.equal(one);
  });

  it("strips what cannot be seen and keeps the joiners Hindi needs", () => {
    const { plainText } = checkDocument(
      aText(paragraph("अ\u0000नु\u202Eमो\uFEFFदन\tक्\u200Dष\uD800")),
    );
    expect(plainText).to.equal("अनुमोदन क्\u200Dष");
  });

  it("keeps markup as words", () => {
    const script = `<script>alert(1)</script>&lt;"'`;
    expect(checkDocument(aText(paragraph(script))).plainText).to.equal(script);
  });

  const nested = (levels: number): object =>
    levels === 0 ? paragraph("x") : bullets(paragraph("x"), nested(levels - 1));
  const refused: readonly (readonly [string, unknown, string])[] = [
    ["nothing at all", undefined, "not a document at "],
    ["an array", [], "not a document at "],
    ["a part that is not a whole document", paragraph("x"), "not a document at "],
    ["an empty document", { type: "doc" }, "misplaced part at "],
    ["an unknown part", aText({ type: "image" }), "unknown part at content.0"],
    [
      "a part named like a property of objects",
      aText({ type: "constructor" }),
      "unknown part at content.0",
    ],
    [
      "an unknown mark",
      aText({
        type: "paragraph",
        content: [{ type: "text", text: "x", marks: [{ type: "link" }] }],
      }),
      "unknown part at content.0.content.0.marks",
    ],
    [
      "a mark that carries something",
      aText({
        type: "paragraph",
        content: [{ type: "text", text: "x", marks: [{ type: "em", attrs: {} }] }],
      }),
      "unknown attribute at content.0.content.0.marks.0.attrs",
    ],
    [
      "an unknown key",
      aText({ type: "paragraph", onclick: "x" }),
      "unknown attribute at content.0.onclick",
    ],
    [
      "an unknown attribute",
      aText({ type: "paragraph", attrs: { style: "x" } }),
      "unknown attribute at content.0.attrs.style",
    ],
    [
      "a prototype in disguise",
      JSON.parse('{"type":"doc","content":[{"type":"paragraph","__proto__":{}}]}'),
      "unknown attribute at content.0.__proto__",
    ],
    [
      "a heading of the first level",
      aText({ type: "heading", attrs: { level: 1 } }),
      "wrong attribute at content.0.attrs.level",
    ],
    [
      "a heading of no level",
      aText({ type: "heading" }),
      "wrong attribute at content.0.attrs.level",
    ],
    [
      "a reference with a space in its target",
      aText({
        type: "paragraph",
        content: [{ type: "reference", attrs: { kind: "page", target: "a b", label: "x" } }],
      }),
      "wrong attribute at content.0.content.0.attrs.target",
    ],
    [
      "a reference of an unknown kind",
      aText({
        type: "paragraph",
        content: [{ type: "reference", attrs: { kind: "web", target: "a", label: "x" } }],
      }),
      "wrong attribute at content.0.content.0.attrs.kind",
    ],
    [
      "a text that is a number",
      aText({ type: "paragraph", content: [{ type: "text", text: 7 }] }),
      "not a document at content.0.content.0",
    ],
    ["a row outside a table", aText({ type: "table_row", content: [] }), "misplaced part at "],
    [
      "a list in a heading",
      aText({ type: "heading", attrs: { level: 2 }, content: [bullets(paragraph("x"))] }),
      "misplaced part at ",
    ],
    [
      "a bold paragraph",
      aText({ type: "paragraph", marks: [{ type: "strong" }] }),
      "misplaced part at ",
    ],
    ["300 kB of text", aText(paragraph("x".repeat(300_000))), "too long at content.0.content.0"],
    ["200 kB once written out in UTF-8", aText(paragraph("अ".repeat(70_000))), "too long at "],
    [
      "20,000 parts",
      aText(...Array.from({ length: 20_000 }, () => ({ type: "paragraph" }))),
      "too many parts at content.9999",
    ],
  ];
  for (const [what, json, reason] of refused) {
    it(`refuses ${what}`, () => expect(refusal(json)).to.equal(reason));
  }

  it("takes lists five deep and refuses six", () => {
    expect(refusal(aText(nested(5)))).to.equal("taken");
    expect(refusal(aText(nested(6)))).to.match(/^too deep at content/);
  });

  it("does not lose itself in a circle", () => {
    const circle: { type: string; content: unknown[] } = { type: "bullet_list", content: [] };
    circle.content.push({ type: "list_item", content: [circle] });
    expect(refusal(aText(circle))).to.match(/^too deep/);
  });

  it("answers nothing but its own refusal to 5,000 things that are not documents", () => {
    const any = fc.oneof(
      fc.anything({ withNullPrototype: true, withSparseArray: true }),
      fc.jsonValue(),
      documents,
    );
    fc.assert(
      fc.property(any, (json) => {
        const taken = refusal(json) === "taken" && checkDocument(json).document;
        if (taken) {
          expect(checkDocument(JSON.parse(canonicalJson(taken))).document).to.deep.equal(taken);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

const names = [
  "doc",
  "paragraph",
  "heading",
  "bullet_list",
  "list_item",
  "table",
  "table_row",
  "table_cell",
  "text",
  "hard_break",
  "reference",
  "toString",
];
const { documents } = fc.letrec<{ documents: unknown; part: unknown }>((tie) => ({
  documents: fc.record({
    type: fc.constant("doc"),
    content: fc.array(tie("part"), { maxLength: 4 }),
  }),
  part: fc.oneof(
    { maxDepth: 6 },
    fc.record({ type: fc.constant("text"), text: fc.string({ unit: "binary" }) }),
    fc.record({
      type: fc.constant("paragraph"),
      content: fc.array(
        fc.record({ type: fc.constant("text"), text: fc.string({ unit: "binary" }) }),
      ),
    }),
    fc.record(
      {
        type: fc.constantFrom(...names),
        content: fc.array(tie("part"), { maxLength: 3 }),
        attrs: fc.dictionary(
          fc.constantFrom("level", "align", "order", "kind", "target", "label"),
          fc.anything(),
        ),
        marks: fc.array(fc.record({ type: fc.constantFrom("strong", "em", "x") }), {
          maxLength: 2,
        }),
        text: fc.string(),
      },
      { requiredKeys: ["type"] },
    ),
  ),
}));

describe("A plain text from a textarea", () => {
  it("becomes paragraphs at blank lines and keeps its line breaks", () => {
    const text = "महोदय,\r\nनिवेदन है।\r\n \r\n\r\nदूसरा पैरा";
    const { document, plainText } = checkDocument(documentFromText(text));
    expect(document.content).to.have.length(2);
    expect(plainText).to.equal("महोदय,\nनिवेदन है।\nदूसरा पैरा");
    expect(documentToText(document)).to.equal("महोदय,\nनिवेदन है।\n\nदूसरा पैरा");
  });

  it("is empty when it holds only space", () => {
    expect(isEmpty(documentFromText(" \n\n\t"))).to.equal(true);
    expect(isEmpty(documentFromText("."))).to.equal(false);
  });

  it("always makes a document the check takes as it stands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const made = documentFromText(text);
        expect(checkDocument(made).document).to.deep.equal(made);
      }),
    );
  });
});
