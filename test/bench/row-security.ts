import { asSuperuser, inDatabase } from "../../installer/local/provision.ts";
import type { Captured } from "./capture.ts";
import type { Cast } from "./cast.ts";
import { figuresOf } from "./figures.ts";
import type { Measured } from "./load.ts";
import { pgbench } from "./pgbench.ts";
import { copyOf, type BenchDatabase } from "./prepare-database.ts";
import { startProduct, type Running } from "./product.ts";
import { isStandpoint } from "./record-statements.ts";
import { runLoad } from "./run-load.ts";
import { scriptOf } from "./script.ts";
import { settle } from "./settle.ts";
import type { Size } from "./size.ts";

/** Milliseconds of the middle one, with the policies and without. */
interface Compared {
  readonly with: number;
  readonly without: number;
}

export interface RowSecurityFigures {
  readonly name: string;
  /** What people wait for: the product's answer, by one client. */
  readonly operation: Compared;
  /** Its statements alone; "with" says of the actor too, which pgbench sends by itself and the product with each. */
  readonly statements: Compared;
}

interface Stage {
  readonly database: BenchDatabase;
  readonly cast: Cast;
  readonly size: Size;
}

/** The same office twice, in turns. */
interface Side {
  readonly where: BenchDatabase;
  readonly web: Running;
  readonly operation: Measured[];
  readonly statements: Measured[];
}

const rounds = 5;

/** What row security costs: each operation and its statements with it and without, in turns, by one client. */
export async function measureRowSecurity(
  stage: Stage,
  captured: readonly Captured[],
): Promise<RowSecurityFigures[]> {
  const open = await withoutRowSecurity(stage.database, stage.size);
  const webs: Running[] = [];
  for (const { app } of [stage.database, open]) {
    webs.push(await startProduct("web", app));
  }
  const figures: RowSecurityFigures[] = [];
  for (const one of captured) {
    const [walled, bare] = [stage.database, open].map((where, at) => sideOf(where, webs[at]));
    for (let round = 0; round < rounds; round += 1) {
      await take(stage, one, walled);
      await take(stage, withoutStandpoint(one), bare);
    }
    const compare = (what: "operation" | "statements"): Compared => ({
      with: figuresOf(walled?.[what] ?? []).p50,
      without: figuresOf(bare?.[what] ?? []).p50,
    });
    const { name } = one.operation;
    figures.push({ name, operation: compare("operation"), statements: compare("statements") });
  }
  await Promise.all(webs.map((web) => web.stop()));
  return figures;
}

function sideOf(where: BenchDatabase, web: Running | undefined): Side | undefined {
  return web && { where, web, operation: [], statements: [] };
}

function withoutStandpoint(one: Captured): Captured {
  return { ...one, statements: one.statements.filter(({ sql }) => !isStandpoint(sql)) };
}

async function take({ cast, size }: Stage, one: Captured, side: Side | undefined): Promise<void> {
  if (side) {
    const { seconds, warmUpSeconds } = size;
    const order = { port: side.web.port, cast, clients: 1, seconds, warmUpSeconds, gzip: false };
    await settle(side.where.superuser, 0);
    side.operation.push(await runLoad({ ...order, operation: one.operation.name }));
    await settle(side.where.superuser, 0);
    side.statements.push(await load(side.where.app, scriptOf(one, cast)));
  }
}

function load(databaseUrl: string, script: string): Promise<Measured> {
  return pgbench({ databaseUrl, script, clients: 1, seconds: 3, prepared: true });
}

/** With policies that let everything through: without forced row security the product does not start. */
async function withoutRowSecurity(like: BenchDatabase, size: Size): Promise<BenchDatabase> {
  const name = await copyOf(size, "open");
  const open = {
    app: inDatabase(like.app, name),
    superuser: inDatabase(like.superuser, name),
  };
  await asSuperuser(open.superuser, async (client) => {
    const policies = await client.query<{ name: string; table: string }>(
      "select policyname as name, tablename as table from pg_policies where schemaname = 'public'",
    );
    for (const { name: policy, table } of policies.rows) {
      await client.query(`drop policy ${policy} on ${table}`);
    }
    for (const table of new Set(policies.rows.map((one) => one.table))) {
      await client.query(`create policy all_rows on ${table} using (true) with check (true)`);
    }
  });
  return open;
}
