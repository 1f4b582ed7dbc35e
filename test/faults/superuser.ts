import pg from "pg";
import { linkAfter, leafOf, genesis } from "../../app/audit/chain.ts";
import { contentOf, type Source } from "../../app/audit/sources.ts";
import { superuserUrl } from "../support/sandbox.ts";

const tables = ["events", "movements", "notes", "seals", "checkpoints"] as const;

/** One who rules the database, knows how seals are made, and has every trigger off. */
export interface Superuser {
  act(sql: string): Promise<Record<string, unknown>[]>;
  /** Makes the chain fit again from this seal on, as far as the database allows. */
  sealAnew(from: number): Promise<void>;
  /** Remembers the record, to bring it back after each act. */
  remember(): Promise<void>;
  bringBack(): Promise<void>;
  end(): Promise<void>;
}

export async function becomeSuperuser(): Promise<Superuser> {
  const url = new URL(superuserUrl());
  url.pathname = new URL(process.env["SECRETARIAT_DATABASE_URL"] ?? "").pathname;
  const client = new pg.Client(url.href);
  await client.connect();
  await client.query("set session_replication_role = replica");
  const act: Superuser["act"] = async (sql) =>
    (await client.query<Record<string, unknown>>(sql)).rows;
  return {
    act,
    sealAnew: (from) => sealAnew(client, from),
    remember: async () => {
      for (const table of tables) {
        await act(`create temporary table kept_${table} as select * from ${table}`);
      }
    },
    bringBack: async () => {
      for (const table of tables) {
        await act(`delete from ${table}; insert into ${table} select * from kept_${table}`);
      }
    },
    end: () => client.end(),
  };
}

interface Seal {
  readonly sequence: number;
  readonly source: Source;
  readonly row_id: string;
  readonly chain: Buffer;
}

async function sealAnew(client: pg.Client, from: number): Promise<void> {
  const { rows: seals } = await client.query<Seal>(
    `select sequence, source, row_id, chain from seals
     where sequence >= coalesce((select max(sequence) from seals where sequence < $1), 0) order by sequence`,
    [from],
  );
  const before = seals.find(({ sequence }) => sequence < from);
  let chain = before?.chain ?? genesis;
  for (const { sequence, source, row_id } of seals.filter(({ sequence }) => sequence >= from)) {
    const { rows } = await client.query<{ content: string }>(
      `select ${contentOf(source)} as content from ${source} r where r.id = $1`,
      [row_id],
    );
    const leaf = leafOf(source, rows[0]?.content ?? "");
    chain = linkAfter(chain, leaf);
    await client.query("update seals set leaf = $2, chain = $3 where sequence = $1", [
      sequence,
      leaf,
      chain,
    ]);
  }
}
