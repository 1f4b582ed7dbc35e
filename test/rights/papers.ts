import { v7 as newId } from "uuid";
import { change, insert, row, today } from "../../app/base/index.ts";
import {
  dispatchesOf,
  dispatchLetter,
  handToRegistry,
  markReturned,
} from "../../app/dispatch/index.ts";
import { printForSigning, signDraft } from "../../app/drafting/index.ts";
import { putInFile } from "../../app/files/index.ts";
import {
  closeItem,
  createFolder,
  findItem,
  openItem,
  parkItem,
  sendItem,
  type Item,
} from "../../app/movement/index.ts";
import { closeFile } from "../../app/files/close-file.ts";
import { saveDraft } from "../../app/notes/index.ts";
import type { AnOfficer, AUnit } from "../support/builders.ts";
import { aDraft, anApprovedDraft } from "../support/draft-builders.ts";
import { aFile, written } from "../support/file-builders.ts";
import { aDocument, aReceipt } from "../support/receipt-builders.ts";
import type { Classification } from "./kinds.ts";

/** The way of every paper: made, passed on with a copy, now on a desk. */
export interface Way {
  readonly unit: AUnit;
  readonly maker: AnOfficer;
  readonly before: AnOfficer;
  readonly copied?: AnOfficer;
  readonly holder: AnOfficer;
}

export interface About {
  readonly classification: Classification;
  /** A word of every subject, note and letter: who may not see them must not meet it. */
  readonly subject: string;
  /** A word of every number. */
  readonly number: string;
}

/** Ids by the names under which the expectations know them. */
export type Papers = Readonly<Record<string, string>>;

/** A word that finds every paper. */
export const searched = "प्रश्नपद";

/** One paper of every sort and state, all on the same desk. */
export async function somePapers(way: Way, about: About): Promise<Papers> {
  const papers = {
    ...(await someFiles(way, about)),
    ...(await someReceipts(way, about)),
    ...(await someWriting(way, about)),
    ...(await ownThings(way, about)),
  };
  await smallPrint(way, papers);
  return papers;
}

function cover({ classification, subject }: About) {
  return { classification, subject: `${searched} ${subject}` };
}

/** The maker works for the unit it belongs to, whatever his own. */
function madeIn({ maker, unit }: Way): AnOfficer {
  return { ...maker, unitId: unit.id };
}

async function aFileOnTheWay(way: Way, about: About): Promise<Item> {
  const freeNumber = `${about.number}/${newId()}`;
  const file = await aFile(madeIn(way), { ...cover(about), freeNumber });
  await pass(way, file);
  return findItem(way.holder, file.id);
}

async function aReceiptOnTheWay(way: Way, about: About, nature: Item["nature"]): Promise<Item> {
  const maker = madeIn(way);
  const documentIds = nature === "physical" ? [] : [(await aDocument(maker)).id];
  const { item } = await aReceipt(maker, {
    ...cover(about),
    nature,
    documentIds,
    wantsAcknowledgement: true,
  });
  await pass(way, item);
  return findItem(way.holder, item.id);
}

async function pass(way: Way, { id: itemId, nature }: Item): Promise<void> {
  const { before, copied, holder, maker } = way;
  const copyPostIds = copied ? [copied.postId] : [];
  if (before !== maker) {
    await sendItem(madeIn(way), { itemId, toPostId: before.postId, copyPostIds });
    if (nature === "physical") {
      await change("items", { id: itemId }, { openedAt: new Date() });
    }
    await openItem(before, await findItem(before, itemId));
  }
  await sendItem(before, { itemId, toPostId: holder.postId });
}

async function opened(way: Way, item: Item): Promise<string> {
  await openItem(way.holder, item);
  return item.id;
}

async function someFiles(way: Way, about: About) {
  const make = async () => opened(way, await aFileOnTheWay(way, about));
  const { holder } = way;
  const parked = await make();
  const parkedUntil = today(new Date(Date.now() + 864_000_000));
  await parkItem(holder, { itemId: parked, parkedUntil });
  const closed = await make();
  await closeFile(holder, { fileId: closed, recordCategory: "B" });
  const fresh = await make();
  await change("items", { id: fresh }, { state: "created" });
  const noted = await aNotedFile(way, about);
  const yellow = await make();
  await saveDraft(holder, { fileId: yellow, body: written(about.subject), revision: 0 });
  const left = await make();
  await saveDraft(holder, { fileId: left, body: written(about.subject), revision: 0 });
  await change("note_drafts", { fileId: left }, { employeeId: way.before.employeeId });
  const file = await make();
  return {
    file,
    parked,
    closed,
    fresh,
    yellow,
    left,
    ...noted,
    plain: await make(),
    sent: (await aFileOnTheWay(way, about)).id,
    ...(await aPaper(way, about, file)),
  };
}

/** A file whose last note is another's. */
async function aNotedFile(way: Way, about: About) {
  const { before, holder, maker, unit } = way;
  const freeNumber = `${about.number}/${newId()}`;
  const file = await aFile({ ...maker, unitId: unit.id }, { ...cover(about), freeNumber });
  if (before !== maker) {
    const copyPostIds = way.copied ? [way.copied.postId] : [];
    await sendItem(maker, { itemId: file.id, toPostId: before.postId, copyPostIds });
  }
  await saveDraft(before, { fileId: file.id, body: written(about.subject), revision: 0 });
  await sendItem(before, { itemId: file.id, toPostId: holder.postId });
  await openItem(holder, await findItem(holder, file.id));
  return { noted: file.id, note: await idOf("select id from notes where file_id = $id", file.id) };
}

async function aPaper(way: Way, about: About, fileId: string) {
  const receipt = await aReceiptOnTheWay(way, about, "electronic");
  const paper = await putInFile(way.holder, { receiptId: receipt.id, fileId });
  return { inside: receipt.id, paper: paper.id };
}

async function someReceipts(way: Way, about: About) {
  const make = async () => opened(way, await aReceiptOnTheWay(way, about, "electronic"));
  const entered = await make();
  await change("items", { id: entered }, { state: "created" });
  const closedLetter = await make();
  await closeItem(way.holder, { itemId: closedLetter, remarks: "नस्तीबद्ध" });
  const receipt = await make();
  return {
    entered,
    closedLetter,
    receipt,
    open: await make(),
    physical: (await aReceiptOnTheWay(way, about, "physical")).id,
    document: await idOf(
      "select document_id as id from receipt_documents where receipt_id = $id",
      receipt,
    ),
  };
}

const addressees = ["रायपुर", "दुर्ग", "बस्तर", "कोरबा"].map(
  (place) => `कलेक्टर\nजिला ${place} (छत्तीसगढ़)`,
);

async function someWriting(way: Way, about: About) {
  const { holder } = way;
  const itemId = await opened(way, await aFileOnTheWay(way, about));
  const words = { itemId, subject: `${searched} ${about.subject}`, body: about.subject };
  const draft = await aDraft(holder, words);
  const approved = await anApprovedDraft(holder, words);
  const printed = await anApprovedDraft(holder, words);
  await printForSigning(holder, printed);
  const signed = await anApprovedDraft(holder, { ...words, to: addressees.join("\n\n") });
  const { letterId } = await signDraft(holder, signed);
  const anothers = await anApprovedDraft(holder, {
    ...words,
    signatoryPostId: way.before.postId,
  });
  return {
    written: itemId,
    draft: draft.id,
    approved: approved.id,
    printed: printed.id,
    signed: signed.id,
    anothers: anothers.id,
    letter: letterId,
    letterDocument: await idOf("select document_id as id from letters where id = $id", letterId),
    ...(await onTheirWay(holder, letterId)),
  };
}

async function onTheirWay(holder: AnOfficer, letterId: string) {
  const all = (await dispatchesOf(letterId)).map(({ id }) => id);
  const [waiting = "", gone = "", back = "", handed = ""] = all;
  await dispatchLetter(holder, { id: gone, mode: "speed_post", trackingNumber: "EC123456789IN" });
  await dispatchLetter(holder, { id: back, mode: "speed_post", trackingNumber: "EC123456780IN" });
  await markReturned(holder, { id: back, returnReason: "पता नहीं मिला" });
  await handToRegistry(holder, [handed]);
  return { waiting, gone, back, handed };
}

/** What the database keeps besides, written where no command would write it alone. */
async function smallPrint({ holder }: Way, papers: Papers): Promise<void> {
  const { file = "", folder = "", note = "", noted = "", printed = "", signed = "" } = papers;
  const [own, at] = [{ postId: holder.postId, employeeId: holder.employeeId }, new Date()];
  await insert("filings", { postId: holder.postId, itemId: file, folderId: folder });
  await insert("draft_edits", { draftId: signed, ...own, version: 1, body: {}, updatedAt: at });
  const number = { unitId: holder.unitId, year: 1999, number: "1", reason: "—" };
  const serial = Number.parseInt(printed.slice(-7), 16);
  await insert("cancelled_numbers", { ...number, ...own, serial, draftId: printed, at });
  await insert("note_references", {
    noteId: note,
    position: 1,
    kind: "file",
    targetFileId: noted,
    label: "—",
  });
}

/** What belongs to a post and to nobody else. */
async function ownThings({ holder }: Way, { subject }: About) {
  const notice = newId();
  const event = await idOf(
    `select e.id from events e where e.post_id = $id
       and not exists (select from notices n where n.event_id = e.id) limit 1`,
    holder.postId,
  );
  await insert("notices", {
    id: notice,
    eventId: event,
    postId: holder.postId,
    words: subject,
    at: new Date(),
  });
  return { folder: await createFolder(holder, subject), notice };
}

export async function idOf(sql: string, id: string): Promise<string> {
  const found = await row<{ id: string }>(sql, { id });
  if (!found) {
    throw new Error(`Nothing for ${sql}`);
  }
  return found.id;
}
