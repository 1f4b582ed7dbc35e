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
import { switchStatements } from "./mutants/weak-statements.ts";
import { readOptions, type Options } from "./options.ts";
import { addressee, reportFailures, reportMissing, reportSurvivors, say } from "./report.ts";
import { wrongProtection } from "./protection.ts";
import { openSqlWorld, runSqlCells, sqlCells } from "./sql-cells.ts";
import { weakenRowSecurity } from "./mutants/weak-row-security.ts";
import { setRowSecurity } from "./row-security.ts";
import { runCells, type Failure } from "./run-cells.ts";
import { countTables } from "./traces.ts";
import { aWorld, type World } from "./world.ts";

export interface Result {
  readonly cells: number;
  readonly routes: number;
  readonly routesCovered: number;
  readonly mutants: number;
  readonly mutantsKilled: number;
}

/** Everything, or the parts that were asked for; answers with the exit code. */
export async function runMatrix(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const { missing, stale } = unmatched();
  reportMissing(missing, stale);
  const world = await timed("The world", prepare);
  const cells = chosen(allCells(), options);
  const wrong: Failure[] = [];
  const tried = { cells: 0 };
  if (options.parts.includes("http")) {
    wrong.push(...(await timed(`${cells.length} cells over HTTP`, () => runCells(world, cells))));
    tried.cells += cells.length;
  }
  const sql = await openSqlWorld(world);
  await sql.client.query("begin");
  if (options.parts.includes("sql")) {
    const several = sqlCells();
    wrong.push(...(await timed(`${several.length} cells by SQL`, () => runSqlCells(sql, several))));
    for (const table of await wrongProtection(sql.client)) {
      wrong.push({
        cell: `row security of ${table}`,
        expected: "as in protection.ts",
        found: "not",
      });
    }
    tried.cells += several.length;
  }
  const weakWalls = options.parts.includes("walls")
    ? await timed("Row security weakened", () => weakenRowSecurity(sql))
    : [];
  await sql.client.query("rollback");
  await sql.client.end();
  const mutants = options.parts.includes("mutants")
    ? [...weakWalls, ...(await weakened(world, cells))]
    : [];
  reportFailures(wrong);
  reportSurvivors(mutants);
  const killed = mutants.filter(({ isKilled }) => isKilled).length;
  const result: Result = {
    cells: tried.cells,
    routes: allRoutes.length,
    routesCovered: allRoutes.length - missing.length,
    mutants: mutants.length,
    mutantsKilled: killed,
  };
  addressee(options.json)(result);
  const isGreen = wrong.length + missing.length + stale.length === 0 && killed === mutants.length;
  return isGreen ? 0 : 1;
}

async function prepare(): Promise<World> {
  await migrateOnce();
  presume("test");
  const world = await aWorld();
  await countTables();
  return world;
}

async function weakened(world: World, cells: readonly Cell[]): Promise<Mutant[]> {
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
  return mutants;
}

function chosen(cells: readonly Cell[], { only, sample }: Options): readonly Cell[] {
  return cells.filter(
    (cell, index) => nameOfRoute(cell.route).includes(only) && index % sample === 0,
  );
}

async function timed<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const done = await work();
  say(`${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return done;
}
