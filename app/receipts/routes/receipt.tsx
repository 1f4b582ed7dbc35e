import {
  anyPost,
  conflict,
  done,
  download,
  get,
  nothing,
  now,
  post,
  t,
  today,
  view,
  type Download,
  type Route,
} from "../../base/index.ts";
import { readPost } from "../../organisation/index.ts";
import { fullPage } from "./full-page.ts";
import { acknowledgeReceipt } from "../acknowledge.ts";
import { entriesOf } from "../begin-letter.ts";
import { changeReceipt } from "../change-receipt.ts";
import { drawAcknowledgement } from "../draw-acknowledgement.ts";
import { replyOptions } from "../find-items.ts";
import { ChangeReceipt, OneReceipt, OpenReceipt } from "../input.ts";
import { listToAcknowledge } from "../list-acknowledgements.ts";
import { AcknowledgementsPage } from "../pages/acknowledgements-page.tsx";
import { DiaryPage } from "../pages/diary-page.tsx";
import { ReceiptPage } from "../pages/receipt-page.tsx";
import { papersOfForm } from "../papers.ts";
import { showReceipt, type ShownReceipt } from "../show-receipt.ts";

/** One receipt: looking at it, correcting it, acknowledging it. */
export const receiptRoutes: readonly Route[] = [
  get(
    "/receipts/acknowledgements",
    {
      input: nothing,
      allow: anyPost,
      summary: "Letters whose senders wait for an acknowledgement",
    },
    async ({ actor }) =>
      view(t("Acknowledgements to be given"), AcknowledgementsPage, {
        waiting: await listToAcknowledge(actor),
      }),
  ),

  get(
    "/receipts/:id/edit",
    { input: OneReceipt, allow: anyPost, summary: "The form to correct the entries of a receipt" },
    async ({ actor, input, form }) => {
      const { item, mayChange, papers, receipt } = await showReceipt(actor, input.id);
      if (!mayChange) {
        throw conflict("{number} has been sent; what was entered stands.", { number: item.number });
      }
      const isTyped = Object.keys(form.values).length > 0;
      const replies = await replyOptions(actor, form, receipt.replyToItemId ?? undefined);
      return view(fullPage(item.number), DiaryPage, {
        entries: isTyped ? {} : entriesOf(item, receipt),
        papers: await papersOfForm(actor, form, papers),
        duplicates: [],
        replies: replies.map(({ id, number }) => ({ value: id, label: number })),
        today: today(now()),
        corrected: { id: item.id, number: item.number },
        form,
      });
    },
  ),

  post(
    "/receipts/:id",
    {
      input: ChangeReceipt,
      allow: anyPost,
      summary: "Correct the entries of a receipt before it is sent",
      form: "/receipts/:id/edit",
      upload: true,
    },
    async ({ actor, input: { id, next: _next, ...letter } }) => {
      await changeReceipt(actor, id, letter);
      return done(`/receipts/${id}`, { id }, { flash: t("The entries are saved.") });
    },
  ),

  get(
    "/receipts/:id/acknowledgement",
    { input: OneReceipt, allow: anyPost, summary: "The acknowledgement for the sender, as PDF" },
    async ({ actor, input }) => serveAcknowledgement(await showReceipt(actor, input.id)),
  ),

  post(
    "/receipts/:id/acknowledgement",
    { input: OneReceipt, allow: anyPost, summary: "Note that the acknowledgement was given" },
    async ({ actor, input }) => {
      await acknowledgeReceipt(actor, input.id);
      return done("/receipts/acknowledgements", input, {
        flash: t("It is noted that the acknowledgement was given."),
      });
    },
  ),

  get(
    "/receipts/:id",
    { input: OpenReceipt, allow: anyPost, summary: "A receipt with its documents and its way" },
    async ({ actor, input }) => {
      const shown = await showReceipt(actor, input.id);
      return view(fullPage(shown.item.number), ReceiptPage, {
        ...shown,
        shownId: input.document,
      });
    },
  ),
];

async function serveAcknowledgement(shown: ShownReceipt): Promise<Download> {
  const { item, office, receipt } = shown;
  const receiver = await readPost(item.createdByPostId);
  const pdf = await drawAcknowledgement({
    item,
    letter: receipt,
    office: office ?? receiver,
    receiver,
  });
  const name = `${t("Acknowledgement")} ${item.number.replaceAll("/", "-")}.pdf`;
  return download({ mediaType: "application/pdf", name, inline: true }, pdf);
}
