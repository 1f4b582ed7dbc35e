import { definePolicy, may, type Actor } from "../base/index.ts";
import { itemPolicy, type Item } from "../movement/index.ts";
import { isLive, type Draft } from "./draft.ts";

export interface DraftOnItem {
  readonly draft: Pick<Draft, "state">;
  readonly item: Item;
}

const works = (actor: Actor, item: Item): boolean => itemPolicy.can(actor, "work", item);

/** Who may do what to a draft. Only the holder of what it stands on touches it at all. */
export const draftPolicy = definePolicy({
  change: (actor, { draft, item }: DraftOnItem) =>
    works(actor, item) && (draft.state === "draft" || draft.state === "approved"),
  approve: (actor, { draft, item }: DraftOnItem) =>
    works(actor, item) && draft.state === "draft" && may("approve-draft")(actor),
  sign: (actor, { draft, item }: DraftOnItem) =>
    works(actor, item) && draft.state === "approved" && may("sign-letter")(actor),
  print: (actor, { draft, item }: DraftOnItem) => works(actor, item) && draft.state === "approved",
  scan: (actor, { draft, item }: DraftOnItem) =>
    works(actor, item) && draft.state === "awaiting-scan",
  drop: (actor, { draft, item }: DraftOnItem) =>
    works(actor, item) && isLive(draft) && draft.state !== "awaiting-scan",
});

export type DraftAction = keyof typeof draftPolicy.rules;
