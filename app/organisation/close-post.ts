import {
  change,
  conflict,
  now,
  record,
  row,
  today,
  transaction,
  type Actor,
} from "../base/index.ts";
import { lockOpenPost } from "./change-post.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";

interface Ties {
  readonly items: number;
  readonly charges: number;
  readonly subordinates: number;
}

/** Closes a post that nobody holds, nothing lies on, and nobody reports to. */
export function closePost(actor: Actor, postId: string): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    await lockOpenPost(postId);
    const day = today(now());
    refuseWhileTied(await row<Ties>(countTies, { postId, day }));
    await change("posts", { id: postId }, { closedOn: day });
    await record(actor, "organisation.post-closed", { subject: { type: "post", id: postId } });
  });
}

function refuseWhileTied(ties: Ties | undefined): void {
  if (ties && ties.items > 0) {
    throw conflict("{count} items lie on this desk. They must be sent on first.", {
      count: ties.items,
    });
  }
  if (ties && ties.charges > 0) {
    throw conflict("Somebody still holds this post. End the charge first.");
  }
  if (ties && ties.subordinates > 0) {
    throw conflict("{count} posts report to this one. Let them report to another first.", {
      count: ties.subordinates,
    });
  }
}

const countTies = `
  select items_on_desk($postId::uuid) as items,
    (select count(*) from charges where post_id = $postId
      and (until_on is null or until_on >= $day)) as charges,
    (select count(*) from posts where reports_to_id = $postId and closed_on is null) as subordinates`;
