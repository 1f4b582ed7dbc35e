import {
  change,
  explainConstraint,
  invalid,
  notFound,
  record,
  row,
  transaction,
  words,
  type Actor,
} from "../base/index.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { findPost } from "./post.ts";

export interface PostNames {
  readonly nameEn: string;
  readonly nameHi: string;
  readonly marking: string;
  readonly reportsToId?: string | undefined;
}

explainConstraint("posts_marking_key", words("Another post has this marking abbreviation."));
explainConstraint("posts_code_key", words("Another post has this code."));

/** Changes the names of a post and whom it reports to. */
export function changePost(actor: Actor, postId: string, given: PostNames): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    await lockOpenPost(postId);
    const before = await findPost(postId);
    if (given.reportsToId) {
      await findPost(given.reportsToId, "reportsToId");
      await refuseLoop(postId, given.reportsToId);
    }
    const { nameEn, nameHi, marking } = given;
    const reportsToId = given.reportsToId ?? null;
    await change("posts", { id: postId }, { nameEn, nameHi, marking, reportsToId });
    await record(actor, "organisation.post-changed", {
      subject: { type: "post", id: postId },
      detail: {
        before: { nameEn: before.nameEn, nameHi: before.nameHi, marking: before.marking },
        after: { nameEn, nameHi, marking, reportsToId },
      },
    });
  });
}

/** Locks the post against every other change of it or of who holds it. */
export async function lockOpenPost(postId: string): Promise<void> {
  const found = await row(
    "select id from posts where id = $postId and closed_on is null for update",
    { postId },
  );
  if (!found) {
    throw notFound();
  }
}

async function refuseLoop(postId: string, reportsToId: string): Promise<void> {
  const loop = await row(
    `with recursive above as (
       select id, reports_to_id from posts where id = $reportsToId
       union
       select p.id, p.reports_to_id from posts p join above on p.id = above.reports_to_id
     )
     select 1 as found from above where id = $postId`,
    { postId, reportsToId },
  );
  if (loop) {
    throw invalid("reportsToId", "This makes a loop: that post already reports to this one.");
  }
}
