import type { Module } from "../base/index.ts";
import { routes } from "./routes.tsx";
import "./sign-note.ts";

export { agreeAndSend } from "./agree.ts";
export { backlinksTo, relatedFiles, type Backlink, type RelatedFile } from "./backlinks.ts";
export { findDraft, type NoteDraft } from "./draft.ts";
export { docketsBetween } from "./dockets.ts";
export { notesOf, type Note } from "./note.ts";
export { CitedIn, NoteLeaf, type NoteLeafProps } from "./pages/note-leaf.tsx";
export { Docket } from "./pages/docket.tsx";
export { addressOf, pageAddress, paragraphAddress, readTarget } from "./references.ts";
export { discardDraft, saveDraft, type DraftSaving, type SavedDraft } from "./save-draft.ts";
export { takeOverDraft } from "./take-over-draft.ts";
export { agreement, writeGreen } from "./sign-note.ts";

export const notes: Module = { name: "notes", routes, sections: [] };
