import { absent, shown, type Requirement } from "../requirement.ts";

const noLatex = "No LaTeX anywhere; letters are drawn by our own code.";
const managed = "TypeScript on Node: memory is managed, no native code of ours.";

/** Chapter 1: encoding and sanitising. */
export const encoding: readonly Requirement[] = [
  shown(
    ["1.1.1", 2, "decoded once, before judging"],
    "writing/checking-a-document: gives one spelling to every way of writing the same text",
    "asvs/paths: are at least three hundred, and lead to no file",
  ),
  shown(
    ["1.1.2", 2, "encoded last, at the place of use"],
    "ui/rich-text: shows markup in its words as words",
    "desk/file-page: shows what was written as words, never as markup",
  ),
  shown(
    ["1.2.1", 1, "HTML and headers encoded for their context"],
    "files/opening-a-file: shows script and markup in every field as the words they are",
    "receipts/entering-a-letter: shows scripts in every field as the text they are",
    "base/asking-outside: sends no header that somebody bent",
  ),
  shown(
    ["1.2.2", 1, "addresses built safely, safe protocols only"],
    "ui/forms: keeps the rest and escapes what is put in",
    "asvs/requests: never make us lead anybody to another site",
  ),
  shown(
    ["1.2.3", 1, "scripts and JSON built safely"],
    "ui/pages: has no inline style and no inline script",
    "asvs/log-lines: stay one line of JSON each",
  ),
  shown(
    ["1.2.4", 1, "statements with parameters"],
    "hostile/every-route: Every route, given what nobody should send",
    "hostile/bad-forms: answers each with a sentence by the field",
  ),
  shown(["1.2.5", 1, "no command of the system from input"], "asvs/sources: hold no ${what"),
  shown(
    ["1.2.6", 2, "LDAP"],
    "directory/injections: finds its owner, and finds nobody for any trick",
    "directory/injections: is a value to the text of a filter too",
  ),
  absent(["1.2.7", 2, "XPath"], "No XPath; asvs/sources keeps it out."),
  absent(["1.2.8", 2, "LaTeX"], noLatex),
  shown(
    ["1.2.9", 2, "signs of regular expressions escaped"],
    "hostile/regular-expressions: are none that a hostile text makes slow",
    "desk/tracking: finds a number however it is typed",
  ),
  shown(
    ["1.2.10", 3, "formulas in sheets"],
    "base/making-sheets: as words, not as a formula",
    "files/register-and-cover: gives the register as a sheet in which no cell is a formula",
  ),
  shown(
    ["1.3.1", 1, "written text without HTML"],
    "writing/checking-a-document: Checking a written document",
    "ui/rich-text: leaves out nodes and marks that are not in the list",
    "journeys/note-editor: cleans what is pasted from Word",
  ),
  shown(["1.3.2", 1, "no code made from text"], "asvs/sources: hold no ${what"),
  shown(
    ["1.3.3", 2, "cleaned before dangerous places"],
    "documents/registering-a-document: cleans the name it shows",
    "writing/checking-a-document: strips what cannot be seen",
  ),
  shown(["1.3.4", 2, "SVG"], "uploads/corpus: lets no hostile file in"),
  shown(
    ["1.3.5", 2, "Markdown, CSS, XSL and their like"],
    "writing/checking-a-document: keeps markup as words",
    "uploads/corpus: lets no hostile file in",
  ),
  shown(
    ["1.3.6", 2, "requests forged through us (SSRF)"],
    "base/asking-outside: tries at least 120 ways of spelling",
    "base/asking-outside: once, and connects to what was judged",
  ),
  shown(
    ["1.3.7", 2, "templates made of input"],
    "numbering/writing-numbers: refuses a part it does not know, and what would repeat",
    "asvs/sources: hold no ${what",
  ),
  absent(["1.3.8", 2, "JNDI"], "No Java."),
  absent(
    ["1.3.9", 2, "memcache"],
    "No memcache. Redis is spoken to by a client that frames every value.",
  ),
  shown(["1.3.10", 2, "format strings"], "asvs/log-lines: stay one line of JSON each"),
  absent(
    ["1.3.11", 2, "mail"],
    "This release sends no mail; what it takes in as EML is only looked into.",
  ),
  shown(
    ["1.3.12", 3, "regular expressions that hang"],
    "hostile/regular-expressions: are none that a hostile text makes slow",
    "fuzz/fuzzing: none breaks it or holds it up",
  ),
  absent(["1.4.1", 2, "memory of strings"], managed),
  shown(
    ["1.4.2", 2, "numbers out of range"],
    "hostile/every-route: Every route, given what nobody should send",
    "encryption/reading-ranges: gives every range as the content itself has it",
  ),
  absent(["1.4.3", 2, "memory given back"], managed),
  shown(
    ["1.5.1", 1, "XML without outside entities"],
    "uploads/corpus: lets no hostile file in",
    "asvs/sources: parse no XML by a library that would follow definitions",
  ),
  shown(
    ["1.5.2", 2, "deserialising"],
    "base/answering-requests: takes names like constructor for fields that do not exist",
    "writing/checking-a-document: answers nothing but its own refusal to 5,000 things",
  ),
  shown(
    ["1.5.3", 3, "one parser for one kind"],
    "edge/behind-nginx: given requests whose end can be read in two ways",
    "base/asking-outside: tries at least 120 ways of spelling",
  ),
];
