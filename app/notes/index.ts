import type { Module } from "../base/index.ts";
import "./sign-note.ts";

export { agreeAndSend } from "./agree.ts";
export { findDraft, type NoteDraft } from "./draft.ts";
export { notesOf, type Note } from "./note.ts";
export { addressOf, backlinksTo, type Backlink } from "./references.ts";
export { discardDraft, saveDraft, type DraftSaving, type SavedDraft } from "./save-draft.ts";
export { agreement, writeGreen } from "./sign-note.ts";

export const notes: Module = { name: "notes", routes: [], sections: [] };
