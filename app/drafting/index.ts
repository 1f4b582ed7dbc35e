import { refersToContent, type Module } from "../base/index.ts";
import { holdDocuments, paperOfItem } from "../documents/index.ts";
import { visibleTo } from "../movement/index.ts";
import { routes } from "./routes.ts";
import "./follow-item.ts";

export { acceptScan, acceptScans, type AcceptedScan, type ScanResult } from "./accept-scan.ts";
export { approveDraft } from "./approve-draft.ts";
export { changeDraft, type ChangedDraft } from "./change-draft.ts";
export { draftStates, formWords, natures, type DraftState, type Nature } from "./choices.ts";
export { createDraft, type CreatedDraft } from "./create-draft.ts";
export { draftsOf, findDraft, isLive, type Draft, type DraftLine } from "./draft.ts";
export { linesOf, type DraftAddressee, type DraftedLetter } from "./drafted-letter.ts";
export { dropDraft } from "./drop-draft.ts";
export type { ChangeDraftInput, CreateDraftInput } from "./input.ts";
export type { Issued } from "./issue-letter.ts";
export { findLetter, letterById, type IssuedLetter } from "./letter-record.ts";
export { whenLetterIsIssued, type Issue } from "./on-issue.ts";
export { cancelPrint, printForSigning, type PrintedDraft } from "./print-for-signing.ts";
export { letterheadOf } from "./letterhead.ts";
export { setLetterhead } from "./set-letterhead.ts";
export { signDraft } from "./sign-draft.ts";
export { versionsOf, type Version } from "./version.ts";
export { keepBody } from "./working-copy.ts";

holdDocuments(`exists (select from letters l join items i on i.id = l.item_id
  where l.document_id = d.id and ${visibleTo("i")})`);

paperOfItem("letters l join items i on i.id = l.item_id where l.document_id = d.id");

refersToContent("drafts", "wet_sha256");
refersToContent("letters", "document_sha256");

export const drafting: Module = { name: "drafting", routes, sections: [] };
