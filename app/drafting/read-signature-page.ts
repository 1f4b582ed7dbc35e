import { nameOf, t, type Actor } from "../base/index.ts";
import { previewNumber } from "../numbering/index.ts";
import { findPost, type Post } from "../organisation/index.ts";
import { findDraft } from "./draft.ts";
import { linesOf } from "./drafted-letter.ts";
import { draftPolicy } from "./policy.ts";
import { letterSeries } from "./series.ts";
import { isSameOrAbove } from "./signatory.ts";
import { letterAt } from "./version.ts";

/** What one should see before signing: the number to be, who signs, and to whom it goes. */
export async function readSignaturePage(actor: Actor, id: string) {
  const { draft, item } = await findDraft(actor, id);
  const letter = await letterAt(id, draft.version);
  const named = letter.signatoryPostId;
  const maySign =
    draftPolicy.can(actor, "sign", { draft, item }) &&
    named !== undefined &&
    (await isSameOrAbove(actor.postId, named));
  const signs = maySign ? actor.postId : named;
  return {
    draft: { id, version: draft.version, subject: draft.subject },
    nextNumber: await previewNumber({ purpose: letterSeries.purpose, unitId: draft.unitId }),
    signatory: signs === undefined ? "" : postWords(await findPost(signs)),
    addressees: letter.to.map((addressee) => linesOf(addressee).slice(0, 2).join(", ")),
    maySign,
  };
}

function postWords(post: Post): string {
  return post.holder
    ? t("{person}, {post}", { person: nameOf(post.holder), post: nameOf(post) })
    : nameOf(post);
}
