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

const brought = "select coalesce(sum(bytes), 0)::bigint as bytes from documents";

/** What one post, and its unit, may bring in a day and in all; parameters in megabytes may order otherwise. */
const limits = [
  {
    parameter: "documents.post-megabytes-a-day",
    usual: 5 * gigabyte,
    sum: `${brought} where created_by_post_id = $post::uuid and created_at >= $day::date`,
    words: words(
      "Your post has uploaded {megabytes} MB today, and no more is taken in. Go on tomorrow.",
    ),
  },
  {
    parameter: "documents.unit-megabytes-a-day",
    usual: 50 * gigabyte,
    sum: "select bytes_of_unit($unit::uuid, $day::date) as bytes",
    words: words(
      "Your section has uploaded {megabytes} MB today, and no more is taken in. Go on tomorrow.",
    ),
  },
  {
    parameter: "documents.post-megabytes",
    usual: 500 * gigabyte,
    sum: `${brought} where created_by_post_id = $post::uuid`,
    words: words(
      "Your post has uploaded {megabytes} MB in all, and no more is taken in. Tell the helpdesk.",
    ),
  },
] as const;

interface Wanted extends Pick<UploadedFile, "field" | "bytes"> {
  /** Set while it comes in pieces: what else waits then counts as well, or it would fill the disk unseen. */
  readonly upload?: string;
}

/** Refuses what would go beyond the share of the post or of its unit. */
export async function refuseBeyondQuota(actor: Actor, file: Wanted): Promise<void> {
  if (!actor.postId) {
    return;
  }
  const bind = { post: actor.postId, unit: actor.unitId || null, day: today(now()) };
  const waiting = file.upload === undefined ? 0 : await bytesWaiting(actor, file.upload);
  for (const { parameter, usual, sum, words: sentence } of limits) {
    const most = (await orderedNumber(parameter, usual / 1024 ** 2)) * 1024 ** 2;
    const found = await row<{ bytes: number | null }>(sum, pick(bind, sum));
    if (Number(found?.bytes ?? 0) + waiting + file.bytes > most) {
      throw invalid(file.field, sentence, { megabytes: Math.floor(most / 1024 ** 2) });
    }
  }
}

/** What this post has begun elsewhere and what no document was made of yet. */
async function bytesWaiting(actor: Actor, upload: string): Promise<number> {
  const found = await row<{ bytes: number | null }>(
    "select bytes_waiting_at($post::uuid, $upload::uuid) as bytes",
    { post: actor.postId, upload },
  );
  return Number(found?.bytes ?? 0);
}

/** The statement is given what it names and nothing else. */
function pick(bind: Readonly<Record<string, unknown>>, sql: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(bind).filter(([name]) => sql.includes(`$${name}`)));
}
