import { presume } from "../../app/base/standpoint.ts";
import { migrateOnce } from "../support/sandbox.ts";
import { allCells, nameOfRoute, unmatched, type Cell } from "./cells.ts";
import { readOptions, type Options } from "./options.ts";
import { runCells, type Failure } from "./run-cells.ts";
import { countTables } from "./traces.ts";
import { aWorld } from "./world.ts";

const say = (text: string): void => void process.stderr.write(`${text}\n`);

export async function runMatrix(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const { missing, stale } = unmatched();
  for (const name of missing) {
    say(`No row: ${name}`);
  }
  for (const name of stale) {
    say(`Stale row: ${name}`);
  }
  await migrateOnce();
  presume("test");
  const began = Date.now();
  const world = await aWorld();
  await countTables();
  say(`World in ${(Date.now() - began) / 1000} s`);
  const cells = chosen(allCells(), options);
  const started = Date.now();
  const failures = await runCells(world, cells);
  report(failures);
  say(`${cells.length} cells, ${failures.length} wrong, ${(Date.now() - started) / 1000} s`);
  return failures.length + missing.length === 0 ? 0 : 1;
}

function chosen(cells: readonly Cell[], { only, sample }: Options): readonly Cell[] {
  return cells.filter(
    (cell, index) => nameOfRoute(cell.route).includes(only) && index % sample === 0,
  );
}

function report(failures: readonly Failure[]): void {
  for (const { cell, expected, found } of failures) {
    say(`✗ ${cell}\n    should be ${expected}: ${found}`);
  }
}
