import { allRoutes } from "../../app/modules.ts";
import { presume } from "../../app/base/standpoint.ts";
import { migrateOnce } from "../support/sandbox.ts";
import { allCells, nameOfRoute, unmatched, type Cell } from "./cells.ts";
import {
  forgetProofs,
  openDoors,
  openGates,
  weakenChecks,
  type Mutant,
} from "./mutants/run-mutants.ts";
import { switchPolicies } from "./mutants/weak-policies.ts";
import { weakenRowSecurity } from "./mutants/weak-row-security.ts";
import { switchStatements } from "./mutants/weak-statements.ts";
import type { Options } from "./options.ts";
import { wrongProtection } from "./protection.ts";
import { say } from "./report.ts";
import { setRowSecurity } from "./row-security.ts";
import { runCells, type Failure } from "./run-cells.ts";
import { shares } from "./share-out.ts";
import { openSqlWorld, runSqlCells, sqlCells } from "./sql-cells.ts";
import { countTables } from "./traces.ts";
import { aWorld, type World } from "./world.ts";

/** What one process found in its share of the routes and tables. */
export interface Share {
  readonly cells: number;
  readonly routes: number;
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly failures: readonly Failure[];
  readonly mutants: readonly Mutant[];
}

type Found = Pick<Share, "cells" | "failures" | "mutants">;

export async function runShare(options: Options): Promise<Share> {
  const world = await timed("The world", prepare);
  const all = allRoutes.filter((_route, index) => index % shares === options.share);
  const cells = allCells().filter(
    ({ route }, index) =>
      all.includes(route) &&
      nameOfRoute(route).includes(options.only) &&
      index % options.sample === 0,
  );
  const found = [
    await overHttp(world, cells, options),
    await bySql(world, options),
    await weakened(world, cells, options),
  ];
  return {
    ...unmatched(),
    routes: allRoutes.length,
    cells: found.reduce((sum, one) => sum + one.cells, 0),
    failures: found.flatMap(({ failures }) => failures),
    mutants: found.flatMap(({ mutants }) => mutants),
  };
}

const nothing: Found = { cells: 0, failures: [], mutants: [] };

async function prepare(): Promise<World> {
  await migrateOnce();
  presume("test");
  const world = await aWorld();
  await countTables();
  return world;
}

async function overHttp(world: World, cells: readonly Cell[], { parts }: Options): Promise<Found> {
  return parts.includes("http")
    ? {
        ...nothing,
        cells: cells.length,
        failures: await timed(`${cells.length} cells over HTTP`, () => runCells(world, cells)),
      }
    : nothing;
}

/** One connection, whose transaction is given up: nothing of this is seen elsewhere. */
async function bySql(world: World, { parts, share }: Options): Promise<Found> {
  const sql = await openSqlWorld(world);
  const cells = sqlCells().filter((_cell, index) => index % shares === share);
  const failures = parts.includes("sql")
    ? [
        ...(await timed(`${cells.length} cells by SQL`, () => runSqlCells(sql, cells))),
        ...(await wrongProtection(sql.client)).map(unprotected),
      ]
    : [];
  const mutants =
    parts.includes("walls") && share === 0
      ? await timed("Row security weakened", () => weakenRowSecurity(sql))
      : [];
  await sql.client.query("rollback");
  await sql.client.end();
  return { cells: parts.includes("sql") ? cells.length : 0, failures, mutants };
}

function unprotected(table: string): Failure {
  return { cell: `row security of ${table}`, expected: "as in protection.ts", found: "otherwise" };
}

async function weakened(world: World, cells: readonly Cell[], { parts }: Options): Promise<Found> {
  if (!parts.includes("mutants")) {
    return nothing;
  }
  const policies = switchPolicies();
  switchStatements();
  await setRowSecurity("disable");
  const mutants = [
    ...(await timed("Routes opened", () => openGates(world, { cells, policies }))),
    ...(await timed("Doors opened", () => openDoors(world, cells))),
    ...(await timed("Proofs forgotten", () => forgetProofs(world, cells))),
    ...(await timed("Checks weakened", () => weakenChecks(world, cells))),
  ];
  await setRowSecurity("enable");
  return { ...nothing, mutants };
}

async function timed<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const done = await work();
  say(`${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return done;
}
