import { anyPost, done, fragment, get, hasRole, t, view, type Route } from "../../base/index.ts";
import { LookupOptions } from "../../ui/index.ts";
import { findDesks, lookupOption } from "../desk-options.ts";
import { AskWhoSees, FindPosts, OneItem } from "../input.ts";
import { findItem } from "../item.ts";
import { itemKind } from "../kinds.ts";
import { TrailPage } from "../pages/trail-page.tsx";
import { WhoSeesPage } from "../pages/who-sees-page.tsx";
import { WhyPage } from "../pages/why-page.tsx";
import { presentOpenings } from "../present-openings.ts";
import { trailOf } from "../trail.ts";
import { whoSees } from "../who-sees.ts";
import { whyVisible } from "../why-visible.ts";

export const lookingRoutes: readonly Route[] = [
  get(
    "/posts/lookup",
    { input: FindPosts, allow: anyPost, summary: "Posts by name, section or holder" },
    async ({ input }) =>
      fragment(LookupOptions, { options: (await findDesks(input.q)).map(lookupOption) }),
  ),

  get(
    "/items/who-sees",
    {
      input: AskWhoSees,
      allow: hasRole("administrator"),
      fresh: true,
      summary: "Who may see an item and why, without its content",
    },
    async ({ actor, input: { number } }) =>
      view(t("Who may see it"), WhoSeesPage, {
        number,
        found: number === undefined ? [] : await whoSees(actor, number),
      }),
  ),

  get(
    "/items/:itemId",
    { input: OneItem, allow: anyPost, summary: "An item; a browser goes to its own page" },
    async ({ actor, input }) => {
      const item = await findItem(actor, input.itemId);
      return done(itemKind(item.kind).path(item.id), item);
    },
  ),

  get(
    "/items/:itemId/movements",
    { input: OneItem, allow: anyPost, summary: "The way of an item, hop by hop" },
    async ({ actor, input }) => {
      const { id, kind, number, subject } = await findItem(actor, input.itemId);
      const href = itemKind(kind).path(id);
      const head = { title: t("Movement"), breadcrumb: [{ label: number, href }] };
      return view(head, TrailPage, {
        item: { id, kind: t(itemKind(kind).name), number, subject, href },
        hops: await trailOf(actor, id),
      });
    },
  ),

  get(
    "/items/:itemId/why",
    { input: OneItem, allow: anyPost, summary: "Why one may see an item, in sentences" },
    async ({ actor, input }) => {
      const { item, openings } = await whyVisible(actor, input.itemId);
      const { id, number, subject } = item;
      const href = itemKind(item.kind).path(id);
      const head = { title: t("Why may I see this?"), breadcrumb: [{ label: number, href }] };
      return view(head, WhyPage, {
        item: {
          id,
          kind: t(itemKind(item.kind).name),
          number,
          subject,
          href,
          isConfidential: item.classification === "confidential",
        },
        reasons: presentOpenings(openings),
      });
    },
  ),
];
