import {
  anyPost,
  done,
  fragment,
  get,
  may,
  now,
  post,
  t,
  today,
  view,
  type Actor,
  type FormState,
  type Route,
} from "../../base/index.ts";
import { LookupOptions } from "../../ui/index.ts";
import { fullPage } from "./full-page.ts";
import { copiedEntries, freshEntries } from "../begin-letter.ts";
import { findDuplicates, type Duplicate } from "../duplicates.ts";
import { findItems, kindWords, replyOptions } from "../find-items.ts";
import { findSenders } from "../find-senders.ts";
import {
  DiariseLetter,
  FindItems,
  FindSenders,
  OneReceipt,
  OpenDiary,
  ShowPapers,
} from "../input.ts";
import { senderOf } from "../letter.ts";
import { DiarisedPage } from "../pages/diarised-page.tsx";
import { DiaryPage } from "../pages/diary-page.tsx";
import { LetterPapers } from "../pages/letter-papers.tsx";
import { SenderOptions } from "../pages/sender-options.tsx";
import { papersOfForm, uploadedPapers, type Paper } from "../papers.ts";
import { registerReceipt, type RegisteredReceipt } from "../register-receipt.ts";
import { showReceipt } from "../show-receipt.ts";
import { suggestSections } from "../suggest-sections.ts";

/** Entering a letter, and what the form asks for meanwhile. */
export const diaryRoutes: readonly Route[] = [
  get(
    "/receipts/new",
    { input: OpenDiary, allow: may("diarise"), summary: "The form to diarise a letter" },
    async ({ actor, input, form }) => {
      const papers = await papersOfForm(actor, form, []);
      const entries = await entriesFor(actor, form, input.copy);
      const replies = await replyOptions(actor, form, entries.replyToItemId);
      return view(fullPage(t("Diarise a letter")), DiaryPage, {
        entries,
        papers,
        duplicates: await duplicatesOf(actor, form, papers),
        replies: replies.map(({ id, number }) => ({ value: id, label: number })),
        today: today(now()),
        form,
      });
    },
  ),

  post(
    "/receipts",
    {
      input: DiariseLetter,
      allow: may("diarise"),
      summary: "Diarise a letter; the answer has its number",
      form: "/receipts/new",
      upload: true,
    },
    async ({ actor, input }) => {
      const registered = await registerReceipt(actor, input);
      return done(nextPage(registered, input.next), told(registered), {
        status: 201,
        ...(input.next === "generate"
          ? {}
          : { flash: t("Diarised as {number}.", { number: registered.number }) }),
      });
    },
  ),

  get(
    "/receipts/:id/diarised",
    { input: OneReceipt, allow: anyPost, summary: "The number a letter was given" },
    async ({ actor, input }) => {
      const { item, receipt, steps } = await showReceipt(actor, input.id);
      return view(t("Diarised as {number}", { number: item.number }), DiarisedPage, {
        id: item.id,
        number: item.number,
        computerNumber: item.computerNumber,
        subject: item.subject,
        sender: senderOf(receipt),
        wantsAcknowledgement: receipt.wantsAcknowledgement,
        canSend: steps.send,
        sections: receipt.sealed ? [] : await suggestSections(item.subject),
      });
    },
  ),

  get(
    "/receipts/papers",
    { input: ShowPapers, allow: anyPost, summary: "Uploaded documents as the diary shows them" },
    async ({ actor, input }) =>
      fragment(LetterPapers, {
        papers: await uploadedPapers(actor, input.documentIds),
        shownId: input.shown,
      }),
  ),

  get(
    "/receipts/senders",
    { input: FindSenders, allow: anyPost, summary: "Senders of the section's past letters" },
    async ({ actor, input }) =>
      fragment(SenderOptions, { senders: await findSenders(actor, input.q ?? "") }),
  ),

  get(
    "/receipts/items",
    { input: FindItems, allow: anyPost, summary: "Items that a letter may answer" },
    async ({ actor, input }) => {
      const found = input.q === undefined ? [] : await findItems(actor, input.q);
      return fragment(LookupOptions, {
        options: found.map((item) => ({
          id: item.id,
          label: item.number,
          detail: `${t(kindWords(item))} · ${item.subject}`,
        })),
      });
    },
  ),
];

/** What was typed stands as it was typed; only a form opened afresh begins with remembered choices. */
async function entriesFor(actor: Actor, form: FormState, copy: string | undefined) {
  if (Object.keys(form.values).length > 0) {
    return {};
  }
  return copy === undefined ? freshEntries(actor) : copiedEntries(actor, copy);
}

async function duplicatesOf(
  actor: Actor,
  { errors, values }: FormState,
  papers: readonly Paper[],
): Promise<readonly Duplicate[]> {
  if (!errors.some(({ field }) => field === "despiteDuplicates")) {
    return [];
  }
  const typed = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value.trim() : undefined;
  };
  return findDuplicates(actor, {
    documentIds: papers.map(({ id }) => id),
    senderName: typed("senderName"),
    senderOrganisation: typed("senderOrganisation"),
    letterNumber: typed("letterNumber"),
    letterOn: typed("letterOn"),
  });
}

function nextPage({ item }: RegisteredReceipt, next: "generate" | "send" | "copy"): string {
  const pages = {
    generate: `/receipts/${item.id}/diarised`,
    send: `/items/${item.id}/movements/new`,
    copy: `/receipts/new?copy=${item.id}`,
  };
  return pages[next];
}

function told({ documents, item, number }: RegisteredReceipt) {
  return {
    id: item.id,
    number,
    computerNumber: item.computerNumber,
    documents: documents.map(({ id, name, pages }) => ({ id, name, pages })),
  };
}
