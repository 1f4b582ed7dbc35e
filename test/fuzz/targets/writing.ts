import { expect } from "chai";
import {
  canonicalJson,
  checkDocument,
  compareDocuments,
  documentFromText,
  documentToText,
  UnfitDocument,
} from "../../../app/writing/index.ts";
import type { Target } from "../fuzz.ts";

const rich = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "प्रस्ताव" }] },
    {
      type: "paragraph",
      attrs: { align: "right" },
      content: [
        { type: "text", text: "भू-अर्जन ", marks: [{ type: "strong" }, { type: "em" }] },
        { type: "text", text: "12 हेक्टेयर" },
      ],
    },
    {
      type: "ordered_list",
      attrs: { order: 3 },
      content: [
        {
          type: "list_item",
          content: [{ type: "paragraph", content: [{ type: "text", text: "एक" }] }],
        },
      ],
    },
  ],
};

const isUnfit = (error: unknown): boolean =>
  error instanceof UnfitDocument || error instanceof SyntaxError;

/** What the editor sends is checked part by part; what comes out must come out of itself again. */
const noteJson: Target = {
  name: "note-json",
  inputs: 50_000,
  seeds: () => [
    Buffer.from(JSON.stringify(rich)),
    Buffer.from(JSON.stringify(documentFromText("पहला\nदूसरा\n\n1. क\n2. ख\n- ग"))),
  ],
  words: [
    '"type"',
    '"content"',
    '"marks"',
    '"attrs"',
    '"text"',
    '"doc"',
    '"table"',
    '"level"',
    "[]",
  ],
  read: (input) => {
    const { document } = checkDocument(JSON.parse(input.toString()));
    documentToText(document);
    expect(canonicalJson(checkDocument(document).document)).to.equal(canonicalJson(document));
  },
  isRefusal: isUnfit,
};

const plainNote: Target = {
  name: "plain-note",
  inputs: 10_000,
  seeds: () => [Buffer.from("1. पहला\n\ta. उप\n- बिंदु\n\n> उद्धरण\n**मोटा**")],
  words: ["\n", "1. ", "- ", "\t", "  ", "क्ष", "\u200d"],
  read: (input) => {
    const [before = "", after = ""] = input.toString().split("1", 2);
    compareDocuments(
      checkDocument(documentFromText(before)).document,
      checkDocument(documentFromText(after)).document,
    );
  },
  isRefusal: isUnfit,
};

export const writingTargets = [noteJson, plainNote];
