import { tryCell } from "./try-cell.ts";
import { nameOfRoute, type Cell } from "./cells.ts";
import type { World } from "./world.ts";

export interface Failure {
  readonly cell: string;
  readonly expected: string;
  readonly found: string;
}

/** Every cell one after the other: they share one connection, whose transaction each takes back. */
export async function runCells(world: World, cells: readonly Cell[]): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const cell of cells) {
    const found = await tryCell(world, cell);
    if (found !== undefined) {
      failures.push({ cell: nameOfCell(cell), expected: cell.expected, found });
    }
  }
  return failures;
}

export function nameOfCell(cell: Cell): string {
  const { as, classification, kind, route, swap } = cell;
  const other = swap ? ` · ${swap.name} of ${swap.by}` : "";
  return `${nameOfRoute(route)} · ${kind} · ${as} · ${classification}${other}`;
}
