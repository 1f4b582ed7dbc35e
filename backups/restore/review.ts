import type { Client } from "pg";

const reasons = [
  "बैकअप से लौटाया गया है; समीक्षा पूरी होने पर काम चालू होगा।",
  "It was restored from a backup; work goes on when it has been reviewed.",
] as const;

/** Opens the restored office for reading only: what is written before the review is over would be lost with it. */
export async function beginReview(client: Client): Promise<void> {
  if (await hasSwitch(client)) {
    await client.query(
      `insert into read_only_spells (id, from_at, reason_hi, reason_en)
       select gen_random_uuid(), now(), $1, $2
       where not exists (select from read_only_spells where until_at is null)`,
      [...reasons],
    );
  }
}

/** Ends what the restore began; an administrator's own order to only read stands on. */
export async function endReview(client: Client): Promise<void> {
  if (await hasSwitch(client)) {
    await client.query(
      "update read_only_spells set until_at = now() where until_at is null and reason_en = $1",
      [reasons[1]],
    );
  }
}

/** Ends every spell of only reading, in a copy that nobody works in. */
export async function openForWork(client: Client): Promise<void> {
  if (await hasSwitch(client)) {
    await client.query("update read_only_spells set until_at = now() where until_at is null");
  }
}

/** Releases before the switch have no such table. */
async function hasSwitch(client: Client): Promise<boolean> {
  const found = await client.query("select to_regclass('public.read_only_spells') as name");
  return (found.rows as { name: string | null }[])[0]?.name !== null;
}
