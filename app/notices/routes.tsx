import { z } from "zod";
import { anyPost, done, get, id, nothing, post, t, view, type Route } from "../base/index.ts";
import { listNotices, noticesOnPage } from "./list-notices.ts";
import { NoticesPage } from "./pages/notices-page.tsx";
import { readAllNotices, readNotice } from "./read-notices.ts";

export const routes: readonly Route[] = [
  get(
    "/notices",
    {
      input: z.strictObject({ before: id.optional() }),
      allow: anyPost,
      summary: "What the acting post was told, newest first",
    },
    async ({ actor, input }) => {
      const found = await listNotices(actor, input.before);
      const notices = found.slice(0, noticesOnPage);
      const before = found.length > noticesOnPage ? notices.at(-1)?.id : undefined;
      return view(t("Notices"), NoticesPage, { notices, before });
    },
  ),

  get(
    "/notices/:noticeId",
    {
      input: z.strictObject({ noticeId: id }),
      allow: anyPost,
      summary: "Read a notice and go to what it tells of",
    },
    async ({ actor, input }) => {
      const itemId = await readNotice(actor, input.noticeId);
      return done(itemId === null ? "/notices" : `/items/${itemId}`, { itemId });
    },
  ),

  post(
    "/notices/reading",
    { input: nothing, allow: anyPost, summary: "Mark every notice read" },
    async ({ actor }) => {
      await readAllNotices(actor);
      return done("/notices", {}, { flash: t("All notices are marked read.") });
    },
  ),
];
