import {
  anyPost,
  done,
  get,
  nameOf,
  notFound,
  post,
  put,
  remove,
  t,
  view,
  type Route,
} from "../base/index.ts";
import { contentsOf, findFile } from "../files/index.ts";
import { sendForm, sendingChoices } from "../movement/index.ts";
import type { PageHead } from "../ui/index.ts";
import { agreeAndSend } from "./agree.ts";
import { discardDraft, saveDraft } from "./save-draft.ts";
import { findReferences } from "./find-references.ts";
import { Agree, FindReferences, OneFile, OneNote, SaveDraftNote } from "./input.ts";
import { notesOf } from "./note.ts";
import { takeOverDraft } from "./take-over-draft.ts";
import { AgreePage } from "./pages/agree-page.tsx";
import { NoteSheetPage } from "./pages/note-sheet-page.tsx";

function reading(title: string): PageHead {
  return { title, width: "reading" };
}

const drafts: readonly Route[] = [
  put(
    "/files/:fileId/draft-note",
    { input: SaveDraftNote, allow: anyPost, summary: "Keep the yellow note as it stands" },
    async ({ actor, input }) => done(`/files/${input.fileId}`, await saveDraft(actor, input)),
  ),

  post(
    "/files/:fileId/draft-note",
    {
      input: SaveDraftNote,
      allow: anyPost,
      summary: "Keep the yellow note, from a form",
      form: "/files/:fileId",
    },
    async ({ actor, input }) =>
      done(`/files/${input.fileId}#draft-note`, await saveDraft(actor, input), {
        flash: t("Your draft note is saved. Only you see it until you send the file."),
      }),
  ),

  post(
    "/files/:fileId/draft-note/author",
    { input: OneFile, allow: anyPost, summary: "Take over the yellow note of one's predecessor" },
    async ({ actor, input }) => {
      await takeOverDraft(actor, input.fileId);
      return done(
        `/files/${input.fileId}#draft-note`,
        {},
        {
          flash: t(
            "The draft note is yours now. It is signed in your name when you send the file.",
          ),
        },
      );
    },
  ),

  post(
    "/files/:fileId/draft-note/removal",
    { input: OneFile, allow: anyPost, summary: "Throw the yellow note away, from a form" },
    async ({ actor, input }) => {
      await findFile(actor, input.fileId);
      await discardDraft(actor, input.fileId);
      return done(`/files/${input.fileId}`, {}, { flash: t("The draft note is thrown away.") });
    },
  ),

  remove(
    "/files/:fileId/draft-note",
    { input: OneFile, allow: anyPost, summary: "Throw the yellow note away" },
    async ({ actor, input }) => {
      await findFile(actor, input.fileId);
      await discardDraft(actor, input.fileId);
      return done(`/files/${input.fileId}`, {});
    },
  ),

  get(
    "/files/:fileId/references",
    { input: FindReferences, allow: anyPost, summary: "What a note on this file may point at" },
    async ({ actor, input }) => {
      await findFile(actor, input.fileId);
      const references = await findReferences(actor, input.fileId, input.q);
      return done(`/files/${input.fileId}`, { references });
    },
  ),
];

const readingRoutes: readonly Route[] = [
  get(
    "/files/:fileId/notes",
    { input: OneFile, allow: anyPost, summary: "The whole note sheet, to read or print" },
    async ({ actor, input }) => {
      const file = await findFile(actor, input.fileId);
      return view(reading(t("Note sheet")), NoteSheetPage, {
        file: { id: file.itemId, number: file.number, subject: file.item.subject },
        notes: await notesOf(file.itemId),
        papers: await contentsOf(file.itemId),
      });
    },
  ),

  get(
    "/files/:fileId/notes/:noteId",
    { input: OneNote, allow: anyPost, summary: "One note, to read or print" },
    async ({ actor, input }) => {
      const file = await findFile(actor, input.fileId);
      const note = (await notesOf(file.itemId)).find(({ id }) => id === input.noteId);
      if (!note) {
        throw notFound();
      }
      return view(reading(t("Note {number}", { number: note.sequence })), NoteSheetPage, {
        file: { id: file.itemId, number: file.number, subject: file.item.subject },
        notes: [note],
        papers: [],
        isAlone: true,
      });
    },
  ),
];

const agreeing: readonly Route[] = [
  get(
    "/files/:itemId/agreement",
    { input: Agree.pick({ itemId: true }), allow: anyPost, summary: "The form to agree and send" },
    async ({ actor, input, form }) => {
      const { item } = await findFile(actor, input.itemId);
      const last = (await notesOf(item.id)).at(-1);
      return view(reading(t("Agree and send")), AgreePage, {
        item: { id: item.id, number: item.number, subject: item.subject },
        last: last && { author: last.author, post: last.post },
        offered: await sendForm(actor, form, item),
        priority: item.priority,
        dueOn: item.dueOn ?? undefined,
        ...sendingChoices(),
        form,
      });
    },
  ),

  post(
    "/files/:itemId/agreement",
    {
      input: Agree,
      allow: anyPost,
      summary: "Agree with the note before and send the file on",
      form: "/files/:itemId/agreement",
    },
    async ({ actor, input }) => {
      await findFile(actor, input.itemId);
      const sent = await agreeAndSend(actor, { ...input, dueOn: input.dueOn ?? null });
      const gaps = { number: sent.item.number, post: nameOf(sent.to) };
      return done(
        "/tray",
        { movementId: sent.movementId, toVacantPost: sent.toVacantPost },
        {
          flash: t("{number} was sent to {post}.", gaps),
          ...(sent.toVacantPost
            ? { warning: t("Nobody holds {post} today: {number} waits there.", gaps) }
            : {}),
        },
      );
    },
  ),
];

export const routes: readonly Route[] = [...drafts, ...readingRoutes, ...agreeing];
