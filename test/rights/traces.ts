import { rows } from "../../app/base/index.ts";

/** The day of a token's last use, and who knocked from outside: no traces in the office's papers. */
const allowed: readonly string[] = ["access_tokens", "network_refusals", "deliveries"];

let kept: ReadonlyMap<string, number> = new Map();

/** Counts every table as the cells find it, and bring it back to. */
export async function countTables(): Promise<void> {
  const tables = await rows<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege(oid, 'select')",
  );
  const counted = new Map<string, number>();
  for (const { name } of tables) {
    counted.set(name, (await stateOf(name)).count);
  }
  kept = counted;
}

/** What the transaction of a denied cell has written and not taken back; nothing where all is well. */
export async function tracesLeft(besides: readonly string[]): Promise<string | undefined> {
  const tried = await rows<{ name: string; deleted: number }>(
    `select relname as name, n_tup_del as deleted from pg_stat_xact_user_tables
     where n_tup_ins + n_tup_upd + n_tup_del > 0 and relname <> all ($allowed::text[])`,
    { allowed: [...allowed, ...besides] },
  );
  const left: string[] = [];
  for (const { name, deleted } of tried) {
    const { count, written } = await stateOf(name);
    if (written > 0 || (deleted > 0 && count !== kept.get(name))) {
      left.push(name);
    }
  }
  return left.length === 0 ? undefined : `left traces in ${left.join(", ")}`;
}

async function stateOf(table: string): Promise<{ count: number; written: number }> {
  const [found] = await rows<{ count: number; written: number }>(
    `select count(*) as count, count(*) filter (where
       pg_xact_status(xmin::text::xid8) = 'in progress' ${besidesKnocking(table)}) as written
     from ${table}`,
  );
  return found ?? { count: 0, written: 0 };
}

/** The gate writes down from time to time who knocked at it, whatever is asked at that moment. */
function besidesKnocking(table: string): string {
  return table === "events" ? "and action not like 'networks.%'" : "";
}
