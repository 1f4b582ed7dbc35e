import {
  anyPost,
  done,
  get,
  nameOf,
  now,
  post,
  type Route,
  t,
  today,
  view,
} from "../../base/index.ts";
import { findPost } from "../../organisation/index.ts";
import { actionNames, actionWords } from "../actions-asked.ts";
import { OneItem, OpenSendForm, ReturnItem, SendItem } from "../input.ts";
import { findItem } from "../item.ts";
import { SendPage } from "../pages/send-page.tsx";
import { RemarkPage } from "../pages/remark-page.tsx";
import { priorityOptions } from "../priority-words.ts";
import { pullBackItem } from "../pull-back-item.ts";
import { returnItem } from "../return-item.ts";
import { sendForm } from "../send-form.ts";
import { hindranceOf, sendItem } from "../send-item.ts";

/** What the fields of a sending always offer. */
export function sendingChoices() {
  return {
    actions: actionNames.map((value) => ({ value, label: actionWords(value) ?? "" })),
    priorities: priorityOptions(),
    today: today(now()),
  };
}

/** The head of a page that holds one form. */
export function narrow(title: string) {
  return { title, width: "reading" as const };
}

export const sendingRoutes: readonly Route[] = [
  get(
    "/items/:itemId/movements/new",
    { input: OpenSendForm, allow: anyPost, summary: "The form to send or reply" },
    async ({ actor, input, form }) => {
      const item = await findItem(actor, input.itemId);
      const offered = await sendForm(actor, form, item);
      const isReply = input.reply || form.values["reply"] === "true";
      const hindrance = hindranceOf(actor, item);
      return view(narrow(t("Send")), SendPage, {
        item: { id: item.id, number: item.number, subject: item.subject },
        isReply,
        offered,
        toPostId: isReply ? offered.sender?.id : undefined,
        priority: item.priority,
        dueOn: item.dueOn ?? undefined,
        hindrance: hindrance === undefined ? undefined : t(hindrance, { number: item.number }),
        ...sendingChoices(),
        form,
      });
    },
  ),

  post(
    "/items/:itemId/movements",
    {
      input: SendItem,
      allow: anyPost,
      summary: "Send an item to another post, or reply",
      form: "/items/:itemId/movements/new",
    },
    async ({ actor, input: { reply, ...sending } }) => {
      const sent = await sendItem(actor, {
        ...sending,
        dueOn: sending.dueOn ?? null,
        kind: reply ? "replied" : "sent",
      });
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

  get(
    "/items/:itemId/return",
    { input: OneItem, allow: anyPost, summary: "The form to return an item" },
    async ({ actor, input, form }) => {
      const item = await findItem(actor, input.itemId);
      const sender = item.fromPostId ? await findPost(item.fromPostId) : undefined;
      return view(narrow(t("Return")), RemarkPage, {
        title: t("Return {number}", { number: item.number }),
        about: item.subject,
        explanation: sender
          ? t("It goes back to {post}.", { post: nameOf(sender) })
          : t("{number} came from nobody, so it cannot be returned.", { number: item.number }),
        action: `/items/${item.id}/return`,
        button: t("Return"),
        form,
      });
    },
  ),

  post(
    "/items/:itemId/return",
    {
      input: ReturnItem,
      allow: anyPost,
      summary: "Send an item back to the post it came from",
      form: "/items/:itemId/return",
    },
    async ({ actor, input }) => {
      const { number } = await findItem(actor, input.itemId);
      const movementId = await returnItem(actor, input);
      return done("/tray", { movementId }, { flash: t("{number} was returned.", { number }) });
    },
  ),

  post(
    "/items/:itemId/recall",
    { input: OneItem, allow: anyPost, summary: "Pull back what the receiver has not opened" },
    async ({ actor, input }) => {
      const { number } = await findItem(actor, input.itemId);
      const movementId = await pullBackItem(actor, input.itemId);
      return done(
        `/items/${input.itemId}`,
        { movementId },
        { flash: t("{number} is on your desk again.", { number }) },
      );
    },
  ),
];
