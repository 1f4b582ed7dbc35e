import { anyPost, done, get, nameOf, post, t, view, type Route } from "../../base/index.ts";
import { findPost } from "../../organisation/index.ts";
import { ChooseSeveral, OpenSendSeveral, SendSeveral } from "../input.ts";
import { SendSeveralPage } from "../pages/send-several-page.tsx";
import { sendForm } from "../send-form.ts";
import { findSeveral, sendSeveral, type SendingResult } from "../send-several.ts";
import { narrow, sendingChoices } from "./sending.tsx";

export const batchRoutes: readonly Route[] = [
  post(
    "/items/selection",
    { input: ChooseSeveral, allow: anyPost, summary: "Go on with the ticked items of a list" },
    async ({ input: { ids } }) => {
      const [only] = ids;
      return ids.length === 1
        ? done(`/items/${only}/movements/new`, { ids })
        : done(`/items/movements/new?${new URLSearchParams(ids.map((id) => ["ids", id]))}`, {
            ids,
          });
    },
  ),

  get(
    "/items/movements/new",
    { input: OpenSendSeveral, allow: anyPost, summary: "The form to send several items" },
    async ({ actor, input, form }) => {
      const items = await findSeveral(actor, input.ids);
      return view(narrow(t("Send")), SendSeveralPage, {
        items: items.map(({ id, number }) => ({ id, number })),
        offered: await sendForm(actor, form),
        ...sendingChoices(),
        form,
      });
    },
  ),

  post(
    "/items/movements",
    {
      input: SendSeveral,
      allow: anyPost,
      summary: "Send several items to one post; each has its own result",
      form: "/items/movements/new",
    },
    async ({ actor, input: { ids, ...sending } }) => {
      const results = await sendSeveral(actor, { ...sending, itemIds: ids });
      const post = nameOf(await findPost(sending.toPostId));
      return done("/tray", { results: results.map(toldOf) }, said(results, post));
    },
  ),
];

function toldOf({ refusal, ...result }: SendingResult) {
  return refusal ? { ...result, reason: t(refusal.words, refusal.gaps) } : result;
}

function said(results: readonly SendingResult[], post: string) {
  const sent = results.filter(({ isSent }) => isSent).length;
  const reasons = results.flatMap(({ refusal }) =>
    refusal ? [t(refusal.words, refusal.gaps)] : [],
  );
  return {
    ...(sent > 0 ? { flash: t("{count} items were sent to {post}.", { count: sent, post }) } : {}),
    ...(reasons.length > 0 ? { warning: reasons.join(" ") } : {}),
  };
}
