import {
  anyPost,
  done,
  get,
  notFound,
  post,
  t,
  view,
  type Actor,
  type Route,
} from "../../base/index.ts";
import { createDraft, findLetter } from "../../drafting/index.ts";
import { findItem, itemKind, itemPolicy } from "../../movement/index.ts";
import type { PageHead } from "../../ui/index.ts";
import { dispatchesOf, type Dispatch } from "../dispatch.ts";
import { handToRegistry } from "../hand-to-registry.ts";
import { HandOver, OneLetter, OpenSeveral } from "../input.ts";
import { officeOf } from "../office.ts";
import { LabelsPage } from "../pages/labels-page.tsx";
import { LetterPage } from "../pages/letter-page.tsx";
import { possibleOf } from "../possible.ts";
import { findSeveral } from "../queries.ts";

export const letterRoutes: readonly Route[] = [
  get(
    "/letters/:id",
    { input: OneLetter, allow: anyPost, summary: "An issued letter and what became of each copy" },
    async ({ actor, input }) => {
      const letter = await findLetter(actor, input.id);
      const item = await findItem(actor, letter.itemId);
      const head: PageHead = { title: letter.number, width: "full" };
      return view(head, LetterPage, {
        letter,
        item: { number: item.number, href: itemKind(item.kind).path(item.id) },
        mayCorrect: itemPolicy.can(actor, "work", item),
        dispatches: await withRights(actor, await dispatchesOf(letter.id), item.holderPostId),
      });
    },
  ),

  post(
    "/letters/:id/registry",
    { input: HandOver, allow: anyPost, summary: "Leave the sending to the registry" },
    async ({ actor, input: { id, ids } }) => {
      await refuseOthers(actor, id, ids);
      await handToRegistry(actor, ids);
      return done(`/letters/${id}`, { ids }, { flash: t("The registry has it now.") });
    },
  ),

  post(
    "/letters/:id/corrigendum",
    { input: OneLetter, allow: anyPost, summary: "Begin a corrigendum to an issued letter" },
    async ({ actor, input }) => {
      const { id, itemId, form, language, subject } = await findLetter(actor, input.id);
      const draft = await createDraft(actor, {
        itemId,
        correctsLetterId: id,
        nature: "corrigendum",
        form,
        language,
        subject,
      });
      return done(`/drafts/${draft.id}`, draft, { status: 201 });
    },
  ),

  get(
    "/dispatches/labels",
    { input: OpenSeveral, allow: anyPost, summary: "Address labels to print" },
    async ({ actor, input }) =>
      view(t("Address labels"), LabelsPage, { labels: await findSeveral(actor, input.ids) }),
  ),
];

/** What is handed over must be of the letter in the address, and that letter one the actor sees. */
async function refuseOthers(actor: Actor, letterId: string, ids: readonly string[]): Promise<void> {
  const letter = await findLetter(actor, letterId);
  const own = new Set((await dispatchesOf(letter.id)).map(({ id }) => id));
  if (!ids.every((id) => own.has(id))) {
    throw notFound();
  }
}

async function withRights(
  actor: Actor,
  dispatches: readonly Dispatch[],
  holderPostId: string | null,
) {
  const [own, office] = [await officeOf(actor.unitId), new Map<string, string>()];
  for (const { unitId } of dispatches) {
    office.set(unitId, office.get(unitId) ?? (await officeOf(unitId)));
  }
  return dispatches.map((dispatch) => {
    const isInOffice = office.get(dispatch.unitId) === own;
    return { ...dispatch, may: possibleOf(actor, { dispatch, holderPostId, isInOffice }) };
  });
}
