import {
  type Actor,
  anyPost,
  done,
  get,
  now,
  post,
  type Route,
  t,
  today,
  view,
  words,
} from "../../base/index.ts";
import { CloseItem, OneItem, ParkItem, RestItem } from "../input.ts";
import { findItem } from "../item.ts";
import { receiveItem } from "../open-item.ts";
import { RemarkPage } from "../pages/remark-page.tsx";
import { narrow } from "./sending.tsx";
import { closeItem, discardItem, parkItem, reopenItem, unparkItem } from "../rest-item.ts";

/** A step without a form of its own: does it, says so, and goes on. */
function step(
  path: string,
  about: { readonly summary: string; readonly flash: string; readonly to: "tray" | "item" },
  work: (actor: Actor, input: { itemId: string; remarks?: string | undefined }) => Promise<unknown>,
): Route {
  return post(
    path,
    { input: RestItem, allow: anyPost, summary: about.summary },
    async ({ actor, input }) => {
      const { number } = await findItem(actor, input.itemId);
      await work(actor, input);
      const to = about.to === "tray" ? "/tray" : `/items/${input.itemId}`;
      return done(to, { itemId: input.itemId }, { flash: t(about.flash, { number }) });
    },
  );
}

export const restingRoutes: readonly Route[] = [
  step(
    "/items/:itemId/custody",
    {
      summary: "Receive the paper itself",
      flash: words("{number} is received. You can work on it now."),
      to: "item",
    },
    (actor, { itemId }) => receiveItem(actor, itemId),
  ),

  get(
    "/items/:itemId/parking",
    { input: OneItem, allow: anyPost, summary: "The form to park an item" },
    async ({ actor, input, form }) => {
      const item = await findItem(actor, input.itemId);
      return view(narrow(t("Park")), RemarkPage, {
        title: t("Park {number}", { number: item.number }),
        about: item.subject,
        explanation: t("It stays with you, out of the way, and comes back by itself on the day."),
        action: `/items/${item.id}/parking`,
        button: t("Park"),
        isRemarkOptional: true,
        parkedFrom: today(now()),
        form,
      });
    },
  ),

  post(
    "/items/:itemId/parking",
    {
      input: ParkItem,
      allow: anyPost,
      summary: "Put an item aside until a day",
      form: "/items/:itemId/parking",
    },
    async ({ actor, input }) => {
      const { number } = await findItem(actor, input.itemId);
      const movementId = await parkItem(actor, input);
      return done("/tray", { movementId }, { flash: t("{number} is parked.", { number }) });
    },
  ),

  step(
    "/items/:itemId/parking/end",
    {
      summary: "Take a parked item up again",
      flash: words("{number} is taken up again."),
      to: "item",
    },
    unparkItem,
  ),

  get(
    "/items/:itemId/closure",
    { input: OneItem, allow: anyPost, summary: "The form to close an item" },
    async ({ actor, input, form }) => {
      const item = await findItem(actor, input.itemId);
      return view(narrow(t("Close the item")), RemarkPage, {
        title: t("Close {number}", { number: item.number }),
        about: item.subject,
        explanation: t("It leaves the tray and lies under Closed. You can reopen it."),
        action: `/items/${item.id}/closure`,
        button: t("Close the item"),
        form,
      });
    },
  ),

  post(
    "/items/:itemId/closure",
    {
      input: CloseItem,
      allow: anyPost,
      summary: "Close an item",
      form: "/items/:itemId/closure",
    },
    async ({ actor, input }) => {
      const { number } = await findItem(actor, input.itemId);
      const movementId = await closeItem(actor, input);
      return done("/tray", { movementId }, { flash: t("{number} is closed.", { number }) });
    },
  ),

  step(
    "/items/:itemId/closure/end",
    { summary: "Reopen a closed item", flash: words("{number} is open again."), to: "item" },
    reopenItem,
  ),

  step(
    "/items/:itemId/discard",
    {
      summary: "Throw away an item that has not left the desk it was made on",
      flash: words("{number} was thrown away. Its number is not used again."),
      to: "tray",
    },
    discardItem,
  ),
];
