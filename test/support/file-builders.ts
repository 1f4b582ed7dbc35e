import { randomInt } from "node:crypto";
import { v7 as newId } from "uuid";
import { change, insertMany, insertMarked, store, type Actor } from "../../app/base/index.ts";
import { createHead, openFile, putInFile, type Paper } from "../../app/files/index.ts";
import type { OpenFileInput } from "../../app/files/index.ts";
import { sendItem, type Item } from "../../app/movement/index.ts";
import { saveDraft, type SavedDraft } from "../../app/notes/index.ts";
import {
  checkDocument,
  documentFromText,
  type Reference,
  type WrittenDocument,
} from "../../app/writing/index.ts";
import type { AnOfficer } from "./builders.ts";
import { aDocument, aLetter, aPdf, aReceipt } from "./receipt-builders.ts";

/** A file of its own number on the desk of a dealing hand or officer. */
export function aFile(holder: Actor, given: Partial<OpenFileInput> = {}): Promise<Item> {
  return openFile(holder, {
    numbering: "free",
    freeNumber: `एफ 10-${randomInt(1e9)}/2026/1/5`,
    subject: "भू-अर्जन प्रकरण, ग्राम सेजबहार में मुआवजा",
    mainCategory: "land",
    ...given,
  });
}

/** A basic head of the officer's section, and a primary one under it. */
export async function someHeads(
  unitId: string,
  administrator: Actor,
): Promise<{ basic: string; primary: string }> {
  const basic = await createHead(administrator, {
    level: "basic",
    code: "10",
    nameEn: "Land acquisition",
    nameHi: "भू-अर्जन",
    unitId,
  });
  const primary = await createHead(administrator, {
    level: "primary",
    code: "3",
    nameEn: "Compensation",
    nameHi: "मुआवजा",
    unitId,
    parentId: basic,
  });
  return { basic, primary };
}

/** The text of a note as the editor would give it; `{…}` in it becomes a reference. */
export function written(text: string, ...references: readonly Reference[]) {
  if (references.length === 0) {
    return checkDocument(documentFromText(text));
  }
  return checkDocument({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text },
          ...references.map((attrs) => ({ type: "reference", attrs })),
        ],
      },
    ],
  });
}

/** A yellow note on a file one holds. */
export function aDraftNote(writer: Actor, fileId: string, text = "प्रस्तुत।"): Promise<SavedDraft> {
  return saveDraft(writer, { fileId, body: written(text), revision: 0 });
}

/** Writes a note and sends the file on: it stands green. */
export async function aNoteSent(
  writer: Actor,
  given: { fileId: string; to: Actor; text?: string; references?: readonly Reference[] },
): Promise<void> {
  const body = written(given.text ?? "अवलोकनार्थ प्रस्तुत।", ...(given.references ?? []));
  await saveDraft(writer, { fileId: given.fileId, body, revision: 0 });
  await sendItem(writer, { itemId: given.fileId, toPostId: given.to.postId });
}

/** A scanned letter of some pages, diarised and put in the file. */
export async function aPaperIn(
  holder: Actor,
  given: { fileId: string; pages?: number; subject?: string },
): Promise<Paper> {
  const document = await aDocument(holder, { pages: given.pages ?? 1 });
  const { item } = await aReceipt(
    holder,
    aLetter({
      nature: "electronic",
      documentIds: [document.id],
      ...(given.subject === undefined ? {} : { subject: given.subject }),
    }),
  );
  return putInFile(holder, { receiptId: item.id, fileId: given.fileId });
}

const sentences = [
  "विषयांतर्गत कलेक्टर, रायपुर का पत्र अवलोकनार्थ प्रस्तुत है, जिसके द्वारा ग्राम सेजबहार की निजी भूमि के अर्जन हेतु मुआवजा राशि की स्वीकृति चाही गई है।",
  "प्रकरण में धारा 19 की घोषणा प्रकाशित की जा चुकी है तथा निर्धारित अवधि में प्राप्त आपत्तियों का निराकरण कर दिया गया है।",
  "The Finance Department has advised that the amount be met from the savings under the same head in the current year.",
  "बजट शीर्ष 2506-भूमि सुधार के अंतर्गत पर्याप्त राशि उपलब्ध है; अतः अतिरिक्त प्रावधान की आवश्यकता नहीं है।",
  "तहसीलदार के प्रतिवेदन के अनुसार शेष खातेदारों के बैंक खातों का सत्यापन पूर्ण हो गया है।",
  "अतः पूर्व पृष्ठ पर प्रस्तावित अनुसार स्वीकृति प्रदान किया जाना प्रस्तावित है, कृपया आदेशार्थ।",
] as const;

/** Paragraphs as officers write them; each note a little different from the others. */
function aLongNote(sequence: number): WrittenDocument {
  const paragraphs = [0, 1, 2].map((place) => {
    const text = `${sentences[(sequence + place) % sentences.length]} ${sentences[(sequence * 3 + place) % sentences.length]} (${sequence}.${place + 1})`;
    return text;
  });
  return checkDocument(documentFromText(paragraphs.join("\n\n"))).document;
}

/** A file of many notes and pages, written straight into the tables: quick, and the record still verifies. */
export async function aLongFile(
  holder: AnOfficer,
  size: { notes?: number; papers?: number; pagesEach?: number } = {},
): Promise<Item> {
  const { notes = 80, papers = 100, pagesEach = 4 } = size;
  const file = await aFile(holder);
  await writePapers(holder, file.id, { papers, pagesEach });
  for (let sequence = 1; sequence <= notes; sequence += 1) {
    await insertMarked("notes", longNote(holder, file.id, sequence));
  }
  await change(
    "files",
    { itemId: file.id },
    { lastParagraph: notes * 3, lastSerial: papers, lastPage: papers * pagesEach },
  );
  return file;
}

const hour = 3_600_000;

function longNote(holder: AnOfficer, fileId: string, sequence: number) {
  const body = aLongNote(sequence);
  return {
    id: newId(),
    fileId,
    sequence,
    paragraphFrom: sequence * 3 - 2,
    paragraphTo: sequence * 3,
    agrees: false,
    body,
    bodyText: checkDocument(body).plainText,
    postId: holder.postId,
    employeeId: holder.employeeId,
    onBehalfOfId: null,
    authorNameEn: "Asha Netam",
    authorNameHi: "आशा नेताम",
    postNameEn: "Under Secretary (Revenue)",
    postNameHi: "अवर सचिव (राजस्व)",
    signedAt: new Date(Date.now() - (1000 - sequence * 8) * hour),
  };
}

async function writePapers(
  holder: AnOfficer,
  fileId: string,
  { papers, pagesEach }: { papers: number; pagesEach: number },
): Promise<void> {
  const bytes = await store([await aPdf({ pages: pagesEach })]);
  const places = Array.from({ length: papers }, (_, index) => ({
    id: newId(),
    documentId: newId(),
    serial: index + 1,
    pageFrom: index * pagesEach + 1,
    pageTo: (index + 1) * pagesEach,
    addedAt: new Date(Date.now() - (1000 - index * 6) * hour),
  }));
  await insertMany(
    "documents",
    places.map(({ addedAt, documentId }) => ({
      ...bytes,
      id: documentId,
      mediaType: "application/pdf",
      pages: pagesEach,
      name: "letter.pdf",
      createdAt: addedAt,
      createdById: holder.employeeId,
      createdByPostId: holder.postId,
    })),
  );
  await insertMany(
    "correspondence",
    places.map(({ addedAt, id, pageFrom, pageTo, serial }) => ({
      id,
      fileId,
      serial,
      direction: serial % 4 === 0 ? "out" : "in",
      title: sentences[serial % sentences.length]?.slice(0, 70),
      pageFrom,
      pageTo,
      addedAt,
      addedById: holder.employeeId,
      addedByPostId: holder.postId,
    })),
  );
  await insertMany(
    "correspondence_documents",
    places.map(({ documentId, id, pageFrom }) => ({
      correspondenceId: id,
      position: 1,
      documentId,
      pageFrom,
    })),
  );
}
