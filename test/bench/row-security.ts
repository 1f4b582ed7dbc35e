import { asSuperuser, inDatabase } from "../../installer/local/provision.ts";
import type { Captured } from "./capture.ts";
import type { Cast } from "./cast.ts";
import { figuresOf } from "./figures.ts";
import type { Measured } from "./load.ts";
import { pgbench } from "./pgbench.ts";
import { copyOf, type BenchDatabase } from "./prepare-database.ts";
import { isStandpoint } from "./record-statements.ts";
import { scriptOf } from "./script.ts";
import { settle } from "./settle.ts";
import type { Size } from "./size.ts";

export interface RowSecurityFigures {
  readonly name: string;
  /** Milliseconds of the middle transaction, with the policies and with what each statement says of its actor. */
  readonly with: number;
  /** The same statements with row security off and nothing said. */
  readonly without: number;
}

const rounds = 7;

/** What row security costs Postgres: each operation's statements with it and without, in turns, by one client. */
export async function measureRowSecurity(
  stage: { readonly database: BenchDatabase; readonly cast: Cast; readonly size: Size },
  captured: readonly Captured[],
): Promise<RowSecurityFigures[]> {
  const { database, cast, size } = stage;
  const open = await withoutRowSecurity(database, size);
  const figures: RowSecurityFigures[] = [];
  for (const one of captured) {
    const plain = { ...one, statements: one.statements.filter(({ sql }) => !isStandpoint(sql)) };
    const walled: Measured[] = [];
    const bare: Measured[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const [where, what, found] of [
        [database, one, walled],
        [open, plain, bare],
      ] as const) {
        await settle(where.superuser, 0);
        found.push(await load(where.app, scriptOf(what, cast)));
      }
    }
    const name = one.operation.name;
    figures.push({ name, with: figuresOf(walled).p50, without: figuresOf(bare).p50 });
  }
  return figures;
}

function load(databaseUrl: string, script: string): Promise<Measured> {
  return pgbench({ databaseUrl, script, clients: 1, seconds: 3, prepared: true });
}

async function withoutRowSecurity(like: BenchDatabase, size: Size): Promise<BenchDatabase> {
  const name = await copyOf(size, "open");
  const open = {
    app: inDatabase(like.app, name),
    superuser: inDatabase(like.superuser, name),
  };
  await asSuperuser(open.superuser, async (client) => {
    const tables = await client.query<{ name: string }>(
      "select oid::regclass::text as name from pg_class where relrowsecurity",
    );
    for (const { name: table } of tables.rows) {
      await client.query(`alter table ${table} disable row level security`);
    }
  });
  return open;
}
