import { anyPost, done, get, language, post, put, t, view, type Route } from "../../base/index.ts";
import { contentsOf } from "../../files/index.ts";
import { findItem, itemKind, itemPolicy, type Item } from "../../movement/index.ts";
import type { Option, PageHead } from "../../ui/index.ts";
import { saveVersion } from "../change-draft.ts";
import { compareLetters } from "../compare-letters.ts";
import { beginDraft } from "../create-draft.ts";
import { draftsOf } from "../draft.ts";
import {
  ChangeDraft,
  CreateDraft,
  DraftsOfItem,
  KeepBody,
  OneDraft,
  OpenNewDraft,
  OpenVersions,
  Preview,
} from "../input.ts";
import { DraftPage } from "../pages/draft-page.tsx";
import { DraftsPage } from "../pages/drafts-page.tsx";
import { NewDraftPage } from "../pages/new-draft-page.tsx";
import { VersionsPage } from "../pages/versions-page.tsx";
import { previewLetter } from "../preview-letter.ts";
import { openDraft, presentItem } from "../read-draft-page.ts";
import { letterAt, versionsOf } from "../version.ts";
import { keepBody } from "../working-copy.ts";

export const draftRoutes: readonly Route[] = [
  get(
    "/items/:itemId/drafts",
    { input: DraftsOfItem, allow: anyPost, summary: "The drafts on a file or receipt" },
    async ({ actor, input }) => {
      const item = await findItem(actor, input.itemId);
      return view(t("Drafts"), DraftsPage, {
        item: presentItem(item),
        kind: t(itemKind(item.kind).name),
        drafts: await draftsOf(item.id),
        mayDraft: itemPolicy.can(actor, "work", item),
      });
    },
  ),

  get(
    "/drafts/new",
    { input: OpenNewDraft, allow: anyPost, summary: "The form to begin a draft" },
    async ({ actor, input, form }) => {
      const item = await findItem(actor, input.itemId);
      const receipts = await receiptsIn(item);
      const head: PageHead = { title: t("Draft a letter"), width: "reading" };
      return view(head, NewDraftPage, {
        item: presentItem(item),
        receipts,
        replyToReceiptId: input.replyToReceiptId ?? receipts.at(-1)?.value,
        nature: input.nature ?? (receipts.length > 0 ? "reply" : "fresh"),
        language: language(),
        form,
      });
    },
  ),

  post(
    "/drafts",
    { input: CreateDraft, allow: anyPost, summary: "Begin a draft", form: "/drafts/new" },
    async ({ actor, input }) => {
      const draft = await beginDraft(actor, input);
      return done(`/drafts/${draft.id}`, draft, { status: 201 });
    },
  ),

  get(
    "/drafts/:id",
    { input: OneDraft, allow: anyPost, summary: "A draft, with what can be done with it" },
    async ({ actor, input, form }) => {
      const opened = await openDraft(actor, input.id, form);
      const head: PageHead = {
        title: opened.draft.subject,
        width: "full",
        scripts: opened.may.change ? ["note-editor.js"] : [],
      };
      return view(head, DraftPage, { ...opened, form });
    },
  ),

  post(
    "/drafts/:id",
    {
      input: ChangeDraft,
      allow: anyPost,
      summary: "Save a draft as its next version",
      form: "/drafts/:id",
    },
    async ({ actor, input }) => {
      const changed = await saveVersion(actor, input);
      const flash =
        changed.version === input.version
          ? t("Nothing was changed.")
          : t("Saved as version {version}.", { version: changed.version });
      return done(`/drafts/${input.id}`, changed, { flash });
    },
  ),

  put(
    "/drafts/:id/body",
    { input: KeepBody, allow: anyPost, summary: "Keep the text of a draft while it is written" },
    async ({ actor, input }) => done(`/drafts/${input.id}`, await keepBody(actor, input)),
  ),

  get(
    "/drafts/:id/preview",
    { input: Preview, allow: anyPost, summary: "A draft as PDF, marked as a draft" },
    async ({ actor, input }) => previewLetter(actor, input),
  ),

  get(
    "/drafts/:id/versions",
    { input: OpenVersions, allow: anyPost, summary: "The versions of a draft, two compared" },
    async ({ actor, input, form }) => {
      const { draft, item, last } = await openDraft(actor, input.id, form);
      const to = Math.min(input.to ?? draft.version, draft.version);
      const from = Math.max(1, input.from ?? to - 1);
      return view({ title: draft.subject }, VersionsPage, {
        draft,
        item,
        last,
        versions: (await versionsOf(draft.id)).map(({ letter: _letter, ...version }) => version),
        from,
        to,
        difference:
          from < to
            ? await compareLetters(await letterAt(draft.id, from), await letterAt(draft.id, to))
            : null,
      });
    },
  ),
];

/** What a draft here may answer: the letters in the file, newest last, or the receipt itself. */
async function receiptsIn(item: Item): Promise<Option[]> {
  if (item.kind === "receipt") {
    return [{ value: item.id, label: `${item.number} · ${item.subject}` }];
  }
  const papers = item.kind === "file" ? await contentsOf(item.id) : [];
  return papers.flatMap(({ number, receiptId, title }) =>
    receiptId === null ? [] : [{ value: receiptId, label: `${number ?? ""} · ${title}` }],
  );
}
