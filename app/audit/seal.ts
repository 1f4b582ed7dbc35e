/**
 * INVARIANTS
 * 1. One sealer at a time, by an advisory lock.
 * 2. Only rows whose transaction is older than every running one are sealed, ordered by (xid, id):
 *    no late commit can slip in behind a seal. A watermark on ids or times would miss such rows.
 */
import { row, rows, transaction } from "../base/index.ts";
import { genesis, leafOf, linkAfter } from "./chain.ts";
import { contentOf, sourceNames, type Source } from "./sources.ts";

interface Unsealed {
  readonly source: Source;
  readonly id: string;
  readonly xid: string;
  readonly content: string;
}

interface Head {
  readonly sequence: number;
  readonly chain: Buffer;
}

const batch = 2_000;

/** Seals what has been committed since the last seal; returns how many rows. */
export function sealCommitted(): Promise<number> {
  return transaction(async () => {
    const lock = await row<{ taken: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('secretariat.seal')) as taken",
    );
    if (!lock?.taken) {
      return 0;
    }
    const unsealed = await rows<Unsealed>(findUnsealed, { batch });
    await write(await readHead(), unsealed);
    return unsealed.length;
  });
}

export async function readHead(): Promise<Head> {
  const head = await row<Head>("select sequence, chain from seals order by sequence desc limit 1");
  return head ?? { sequence: 0, chain: genesis };
}

async function write(head: Head, unsealed: readonly Unsealed[]): Promise<void> {
  let { sequence, chain } = head;
  const seals = unsealed.map(({ source, id, xid, content }) => {
    const leaf = leafOf(source, content);
    chain = linkAfter(chain, leaf);
    sequence += 1;
    return { sequence, source, id, xid, leaf: leaf.toString("hex"), chain: chain.toString("hex") };
  });
  if (seals.length > 0) {
    await rows(insertSeals, { seals: JSON.stringify(seals) });
  }
}

const insertSeals = `
  insert into seals (sequence, source, row_id, xid, leaf, chain)
  select sequence, source, id, xid::xid8, decode(leaf, 'hex'), decode(chain, 'hex')
  from jsonb_to_recordset($seals::jsonb)
    as s (sequence bigint, source text, id uuid, xid text, leaf text, chain text)
  order by sequence`;

/**
 * Rows newer than the last sealed transaction are few, so each table is entered by its index on (xid, id).
 * A batch may have ended inside a transaction, hence "not exists" from that transaction on.
 */
const findUnsealed = `
  with bounds as materialized (
    select pg_snapshot_xmin(pg_current_snapshot()) as running,
      coalesce((select xid from seals order by sequence desc limit 1), '0'::xid8) as sealed
  )
  ${sourceNames.map(unsealedIn).join("\n  union all\n  ")}
  order by xid, source, id limit $batch`;

function unsealedIn(source: Source): string {
  return `(select '${source}' as source, r.id, r.xid, ${contentOf(source)} as content
    from ${source} r, bounds
    where r.xid >= bounds.sealed and r.xid < bounds.running
      and not exists (select from seals s where s.source = '${source}' and s.row_id = r.id)
    order by r.xid, r.id limit $batch)`;
}
