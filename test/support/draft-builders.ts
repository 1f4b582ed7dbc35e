import { v7 as newId } from "uuid";
import { insert, store, type Actor } from "../../app/base/index.ts";
import { approveDraft, createDraft, type CreateDraftInput } from "../../app/drafting/index.ts";
import { openFile, type OpenFileInput } from "../../app/files/index.ts";
import type { Item } from "../../app/movement/index.ts";
import { anOfficer, aPost, aUnit, type AnOfficer, type AUnit } from "./builders.ts";

const everyRole = ["officer", "draft-approver", "signatory", "dealing-hand"] as const;

/** A department with an address and a section in it. */
export async function aDepartment(): Promise<{ department: AUnit; section: AUnit }> {
  const department = await aUnit({
    kind: "department",
    nameEn: "General Administration Department",
    nameHi: "सामान्य प्रशासन विभाग",
  });
  return { department, section: await aUnit({ parent: department }) };
}

/** An Under Secretary who may draft, approve and sign. */
export async function aSignatory(given: { unit?: AUnit; rank?: number } = {}): Promise<AnOfficer> {
  const unit = given.unit ?? (await aDepartment()).section;
  const post = await aPost({
    unit,
    rank: given.rank ?? 8,
    nameEn: "Under Secretary",
    nameHi: "अवर सचिव",
  });
  return anOfficer({ post, roles: everyRole, nameEn: "Rashmi Verma", nameHi: "रश्मि वर्मा" });
}

export function aFile(holder: Actor, given: Partial<OpenFileInput> = {}): Promise<Item> {
  return openFile(holder, {
    numbering: "free",
    freeNumber: `F-${newId()}`,
    subject: "भू-अर्जन प्रकरण में मुआवजा",
    mainCategory: "land",
    ...given,
  } as OpenFileInput);
}

/** A letter that could be approved as it stands, signed by whoever drafts it. */
export async function aDraft(
  actor: Actor,
  given: Partial<CreateDraftInput> = {},
): Promise<{ id: string; version: number; itemId: string }> {
  const itemId = given.itemId ?? (await aFile(actor)).id;
  const draft = await createDraft(actor, { ...aWrittenLetter(actor), ...given, itemId });
  return { ...draft, itemId };
}

export function aWrittenLetter(signatory: Actor) {
  return {
    form: "letter",
    language: "hi",
    subject: "ग्राम सेजबहार में मुआवजा वितरण के संबंध में",
    place: "नवा रायपुर अटल नगर",
    to: "कलेक्टर\nजिला रायपुर (छत्तीसगढ़)",
    copies: "संभागायुक्त, रायपुर – सूचनार्थ",
    references: "आपका पत्र क्रमांक 45/2026 दिनांक 01.11.2026",
    body: "उपरोक्त विषयांतर्गत लेख है कि मुआवजा वितरण किया जाए।",
    signatoryPostId: signatory.postId,
  } as const;
}

export async function anApprovedDraft(actor: Actor, given: Partial<CreateDraftInput> = {}) {
  const draft = await aDraft(actor, given);
  await approveDraft(actor, draft);
  return draft;
}

/** A parameter in force since long. */
export async function aParameter(name: string, value: object): Promise<void> {
  await insert("parameters", { name, value, fromOn: "2020-01-01" });
}

/** Bytes in the store, as an upload hands them over. */
export async function uploaded(bytes: Buffer, name: string) {
  return { ...(await store([bytes])), field: "files", name };
}
