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
    const unsealed = await rows<Unsealed>(findUnsealed, { ...(await readBounds()), batch });
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

interface Bounds {
  /** The transaction sealed last. */
  readonly sealed: string;
  /** The oldest transaction that still runs; all before it have ended and can be seen. */
  readonly running: string;
}

/**
 * Read before the rows and bound to their query: knowing the bounds, Postgres sees that the rows between
 * them are few and enters each table by its index on (xid, id).
 */
async function readBounds(): Promise<Bounds> {
  const bounds = await row<Bounds>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as running,
       coalesce((select xid from seals order by sequence desc limit 1), '0'::xid8)::text as sealed`,
  );
  if (!bounds) {
    throw new Error("The bounds of what may be sealed were not returned");
  }
  return bounds;
}

/**
 * A batch may have ended inside a transaction, hence the look for a seal from that transaction on: one look
 * by index for each row, whatever the statistics say.
 */
const findUnsealed = `
  ${sourceNames.map(unsealedIn).join("\n  union all\n  ")}
  order by xid, source, id limit $batch`;

function unsealedIn(source: Source): string {
  return `(select '${source}' as source, r.id, r.xid, ${contentOf(source)} as content
    from ${source} r
    where r.xid >= $sealed::xid8 and r.xid < $running::xid8
      and (select s.sequence from seals s where s.source = '${source}' and s.row_id = r.id) is null
    order by r.xid, r.id limit $batch)`;
}
