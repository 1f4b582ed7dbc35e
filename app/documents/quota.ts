import {
  invalid,
  now,
  orderedNumber,
  row,
  today,
  words,
  type Actor,
  type UploadedFile,
} from "../base/index.ts";

const gigabyte = 1024 ** 3;

/** What one post, and its unit, may bring in a day and in all; parameters in megabytes may order otherwise. */
const limits = [
  {
    parameter: "documents.post-megabytes-a-day",
    usual: 5 * gigabyte,
    where: "created_by_post_id = $post::uuid and created_at >= $day::date",
    words: words(
      "Your post has uploaded {megabytes} MB today, and no more is taken in. Go on tomorrow.",
    ),
  },
  {
    parameter: "documents.unit-megabytes-a-day",
    usual: 50 * gigabyte,
    where: `created_by_post_id in (select id from posts where unit_id = $unit::uuid)
      and created_at >= $day::date`,
    words: words(
      "Your section has uploaded {megabytes} MB today, and no more is taken in. Go on tomorrow.",
    ),
  },
  {
    parameter: "documents.post-megabytes",
    usual: 500 * gigabyte,
    where: "created_by_post_id = $post::uuid",
    words: words(
      "Your post has uploaded {megabytes} MB in all, and no more is taken in. Tell the helpdesk.",
    ),
  },
] as const;

/** Refuses what would go beyond the share of the post or of its unit. */
export async function refuseBeyondQuota(
  actor: Actor,
  file: Pick<UploadedFile, "field" | "bytes">,
): Promise<void> {
  if (!actor.postId) {
    return;
  }
  const bind = { post: actor.postId, unit: actor.unitId || null, day: today(now()) };
  for (const { parameter, usual, where, words: sentence } of limits) {
    const most = (await orderedNumber(parameter, usual / 1024 ** 2)) * 1024 ** 2;
    const found = await row<{ bytes: number }>(
      `select coalesce(sum(bytes), 0)::bigint as bytes from documents where ${where}`,
      pick(bind, where),
    );
    if (Number(found?.bytes ?? 0) + file.bytes > most) {
      throw invalid(file.field, sentence, { megabytes: Math.floor(most / 1024 ** 2) });
    }
  }
}

/** The statement is given what it names and nothing else. */
function pick(bind: Readonly<Record<string, unknown>>, sql: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(bind).filter(([name]) => sql.includes(`$${name}`)));
}
