import { z } from "zod";
import { anyPost, done, get, t, view, type Route } from "../base/index.ts";
import { itemKind } from "../movement/index.ts";
import { filePageRoutes } from "./file-page/routes.tsx";
import { TrackPage } from "./pages/track-page.tsx";
import { TrayPage } from "./pages/tray-page.tsx";
import { findItems, mostFound } from "./track/find-items.ts";
import { countTray } from "./tray/count-tray.ts";
import { OpenTray } from "./tray/input.ts";
import { listTray } from "./tray/list-tray.ts";

const OpenTrack = z.strictObject({
  q: z
    .string()
    .max(200)
    .transform((words) =>
      words
        .normalize("NFC")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim(),
    )
    .default(""),
});

export const routes: readonly Route[] = [
  get(
    "/tray",
    { input: OpenTray, allow: anyPost, summary: "What lies on the desk of the acting post" },
    async ({ actor, input: { before, ...question } }) => {
      const counts = await countTray(actor);
      const page = await listTray(actor, { ...question, before });
      return view(t("Tray"), TrayPage, { question, counts, ...page });
    },
  ),

  get(
    "/track",
    {
      input: OpenTrack,
      allow: anyPost,
      summary: "Where an item lies, by its number or words of its subject",
      rate: "search",
    },
    async ({ actor, input: { q: asked } }) => {
      const all = asked === "" ? [] : await findItems(actor, asked);
      const found = all.slice(0, mostFound);
      const [only] = found;
      return only && found.length === 1
        ? done(itemKind(only.kind).path(only.id), { asked, found, isMore: false })
        : view(t("Track"), TrackPage, { asked, found, isMore: all.length > mostFound });
    },
  ),

  ...filePageRoutes,
];
