import { deliver, now, rows, today, type Actor } from "../../base/index.ts";
import {
  dispatchesOf,
  dispatchLetter,
  markDelivered,
  markReturned,
  type Dispatch,
} from "../../dispatch/index.ts";
import {
  approveDraft,
  changeDraft,
  createDraft,
  findDraft,
  signDraft,
  type CreateDraftInput,
} from "../../drafting/index.ts";
import type { PlannedDraft } from "../history/plan.ts";
import type { Deed } from "../history/steps.ts";
import type { NoteDocument } from "../notes.ts";
import type { Doing, Scene } from "./scene.ts";

type Outward =
  "draft" | "reviseDraft" | "approveDraft" | "issue" | "dispatch" | "deliver" | "undelivered";

/** The way of a letter from its first draft to the door of its addressee. */
export const outwardDeeds = {
  draft: async (scene, actor, { item, draft }) => {
    const planned = scene.draft(draft);
    const { id } = await createDraft(actor, {
      itemId: scene.id(item),
      nature: planned.nature,
      ...(planned.replyTo === null ? {} : { replyToReceiptId: scene.id(planned.replyTo) }),
      ...entriesOf(scene, planned, planned.body),
    });
    scene.remember(draft, id);
  },
  reviseDraft: async (scene, actor, { draft, body }) => {
    const shown = await shownDraft(scene, actor, draft);
    await changeDraft(actor, { ...shown, ...entriesOf(scene, scene.draft(draft), body) });
  },
  approveDraft: async (scene, actor, { draft }) =>
    approveDraft(actor, await shownDraft(scene, actor, draft)),
  issue: async (scene, actor, { draft }) => {
    const { letterId } = await signDraft(actor, await shownDraft(scene, actor, draft));
    scene.remember(letterKey(draft), letterId);
    await deliverInside(letterId);
  },
  dispatch: async (scene, actor, { draft, mode, trackingNumber }) => {
    for (const { id } of await dispatchesIn(scene, draft, "waiting")) {
      const tracking = trackingNumber === null ? {} : { trackingNumber };
      await dispatchLetter(actor, { id, mode, ...tracking });
    }
  },
  deliver: async (scene, actor, { draft }) => {
    for (const { id } of await dispatchesIn(scene, draft, "dispatched")) {
      await markDelivered(actor, { id, deliveredOn: today(now()) });
    }
  },
  undelivered: async (scene, actor, { draft, reason }) => {
    for (const { id } of await dispatchesIn(scene, draft, "dispatched")) {
      await markReturned(actor, { id, returnedOn: today(now()), returnReason: reason });
    }
  },
} satisfies { [Kind in Outward]: Doing<Extract<Deed, { kind: Kind }>> };

const letterKey = (draft: string): string => `letter of ${draft}`;

async function shownDraft(scene: Scene, actor: Actor, key: string) {
  const id = scene.id(key);
  return { id, version: (await findDraft(actor, id)).draft.version };
}

async function dispatchesIn(
  scene: Scene,
  draft: string,
  state: Dispatch["state"],
): Promise<Dispatch[]> {
  const all = await dispatchesOf(scene.id(letterKey(draft)));
  return all.filter((dispatch) => dispatch.state === state && dispatch.postId === null);
}

/** What the drafter types, in the language of the letter. */
function entriesOf(scene: Scene, planned: PlannedDraft, body: NoteDocument) {
  const { addressee, form, language, references, subject } = planned;
  const lines = {
    name: addressee.name[language],
    designation: addressee.designation[language],
    office: addressee.office[language],
  };
  const to = {
    ...Object.fromEntries(Object.entries(lines).filter(([, line]) => line !== "")),
    address: [addressee.address[language]].filter((line) => line !== ""),
    ...(addressee.post === null ? {} : { postId: scene.seat(addressee.post).postId }),
  };
  return {
    form,
    language,
    subject,
    body: { ...body },
    references: [...references],
    to: [to],
    copies: planned.copies.map((copy) => ({ name: copy[language], address: [] })),
    signatoryPostId: scene.seat(planned.signatory).postId,
  } satisfies Partial<CreateDraftInput>;
}

/** Letters to posts inside arrive by the outbox; here at once, on the day they were issued. */
async function deliverInside(letterId: string): Promise<void> {
  const due = await rows<{ eventId: string; job: string }>(
    `select d.event_id as "eventId", d.job from deliveries d join events e on e.id = d.event_id
     where e.subject_id = $letterId and d.job = 'dispatch.deliver-inside'`,
    { letterId },
  );
  for (const delivery of due) {
    await deliver(delivery);
  }
}
