import { wrongProtection } from "../protection.ts";
import { nameOfSqlCell, runSqlCells, sqlCells, type SqlWorld } from "../sql-cells.ts";
import type { Mutant } from "./run-mutants.ts";

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly command: string;
  readonly hasUsing: boolean;
  readonly hasCheck: boolean;
}

interface Change {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
  readonly command?: string;
}

/** Tries Postgres without each of its policies: dropped, widened to all, unforced, and off. */
export async function weakenRowSecurity(world: SqlWorld): Promise<Mutant[]> {
  const mutants: Mutant[] = [];
  for (const change of await changesIn(world)) {
    await world.client.query("savepoint mutant");
    mutants.push({ name: change.name, isKilled: await isNoticed(world, change) });
    await world.client.query("rollback to savepoint mutant");
  }
  return mutants;
}

/** A row that is not shown is not changed either: to try the policy of changing, all rows are shown meanwhile. */
async function isNoticed(world: SqlWorld, { command = "", sql, table }: Change): Promise<boolean> {
  const isChanging = command === "UPDATE" || command === "DELETE";
  let cells = sqlCells().filter((cell) => cell.table === table);
  if (isChanging) {
    await world.client.query(`alter policy select_rows on ${table} using (true);
      alter table ${table} disable trigger user`);
    const changing = cells.filter(({ verb }) => verb.toUpperCase() === command);
    const wrong = new Set((await runSqlCells(world, changing)).map(({ cell }) => cell));
    cells = changing.filter((cell) => !wrong.has(nameOfSqlCell(cell)));
  }
  await world.client.query(sql);
  return (
    (await wrongProtection(world.client)).length > 0 ||
    (await runSqlCells(world, cells, true)).length > 0
  );
}

async function changesIn({ client }: SqlWorld): Promise<readonly Change[]> {
  const { rows: policies } = await client.query<Policy>(`
    select tablename as table, policyname as name, cmd as command,
      qual is not null as "hasUsing", with_check is not null as "hasCheck"
    from pg_policies where schemaname = 'public' and 'secretariat_app' = any(roles) order by 1, 2`);
  const tables = [...new Set(policies.map(({ table }) => table))];
  return [
    ...policies.flatMap(changesOf),
    ...tables.flatMap((table) => [
      {
        name: `${table} not forced`,
        table,
        sql: `alter table ${table} no force row level security`,
      },
      {
        name: `${table} unprotected`,
        table,
        sql: `alter table ${table} disable row level security`,
      },
    ]),
  ];
}

function changesOf({ command, hasCheck, hasUsing, name, table }: Policy): Change[] {
  const clauses = `${hasUsing ? "using (true)" : ""} ${hasCheck ? "with check (true)" : ""}`;
  return [
    { name: `${table}.${name} dropped`, table, sql: `drop policy ${name} on ${table}` },
    {
      name: `${table}.${name} widened`,
      table,
      sql: `alter policy ${name} on ${table} ${clauses}`,
      command,
    },
  ];
}
