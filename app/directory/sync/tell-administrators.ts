import { now, rows, today, words, type BilingualName } from "../../base/index.ts";
import { notify } from "../../notices/index.ts";

/** Tells every post that administers of desks that somebody left. */
export async function tellAdministrators(told: {
  readonly eventId: string;
  readonly name: BilingualName;
  readonly items: number;
}): Promise<void> {
  const posts = await rows<{ id: string }>(
    `select distinct post_id as id from role_grants
     where role = 'administrator' and from_on <= $day and (until_on is null or until_on >= $day)`,
    { day: today(now()) },
  );
  const { nameEn, nameHi } = told.name;
  for (const { id: postId } of posts) {
    await notify({
      eventId: told.eventId,
      postId,
      words: words(
        "According to the directory {name} is no longer in service. {count} items wait on the desks left.",
      ),
      gaps: { name: { nameEn, nameHi }, count: told.items },
      at: now(),
    });
  }
}
