import { allRoutes } from "../../../app/modules.ts";
import type { Route } from "../../../app/base/index.ts";
import { nameOfRoute, type Cell } from "../cells.ts";
import type { KindName } from "../kinds.ts";
import { say } from "../report.ts";
import { tryCell } from "../try-cell.ts";
import type { World } from "../world.ts";
import { takeAsked, without } from "./switchboard.ts";
import { gatesOf, opened } from "./weak-gates.ts";

export interface Mutant {
  readonly name: string;
  readonly isKilled: boolean;
}

/** Who tells most checks apart; each is asked as a program, which is quicker than drawing pages. */
const probing: readonly KindName[] = [
  "other department",
  "section officer",
  "who had it before",
  "colleague of the section",
  "link officer whose time is over",
  "registry of the department",
  "administrator",
  "who got a copy",
  "who made it",
  "auditor",
  "channel above",
  "holder",
  "additional charge of the holder's post",
  "link officer of the holder",
  "administrator whose right has ended",
  "administrator whose right has not begun",
  "link officer whose time has not begun",
  "predecessor in the post",
  "suspended account",
  "one-time password",
  "revoked token",
  "token past its time",
];

const isProbe = ({ as, kind }: Cell): boolean => as === "program" && probing.includes(kind);

/**
 * Tries the product without each of its checks. Whatever stands behind a check is out of the way meanwhile: row
 * security is off, and the routes let every post in, so that no other wall hides the hole.
 */
export async function weakenChecks(world: World, cells: readonly Cell[]): Promise<Mutant[]> {
  const open = gatesOf(allRoutes).filter(({ opens }) => opens === "every post");
  const restore = opened(open);
  try {
    const probes = cells.filter(isProbe);
    const candidates = await cellsByCheck(world, probes);
    say(`${probes.length} cells with the first wall alone, ${candidates.size} checks asked`);
    const mutants: Mutant[] = [];
    for (const [name, several] of candidates) {
      const isKilled = await without([name], () => someFails(world, mixed(several)));
      mutants.push({ name, isKilled });
    }
    return mutants;
  } finally {
    restore();
  }
}

/** At most so many, each kind of asker and each route as early as can be. */
const mostTried = 150;

function mixed(cells: readonly Cell[]): readonly Cell[] {
  const turns = new Map<string, number>();
  const turnOf = (name: string): number => {
    const turn = (turns.get(name) ?? -1) + 1;
    turns.set(name, turn);
    return turn;
  };
  return cells
    .map((cell) => ({ cell, turn: turnOf(cell.kind) + turnOf(nameOfRoute(cell.route)) }))
    .toSorted((one, other) => one.turn - other.turn)
    .slice(0, mostTried)
    .map(({ cell }) => cell);
}

/** Which cells asked which check, of those that are right while the walls behind are down. */
async function cellsByCheck(
  world: World,
  cells: readonly Cell[],
): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const found = new Map<string, Cell[]>();
  for (const cell of cells) {
    takeAsked();
    const isRight = (await tryCell(world, cell)) === undefined;
    for (const name of takeAsked()) {
      found.set(name, [...(found.get(name) ?? []), ...(isRight ? [cell] : [])]);
    }
  }
  return found;
}

async function someFails(world: World, cells: readonly Cell[]): Promise<boolean> {
  for (const cell of cells) {
    if ((await tryCell(world, cell)) !== undefined) {
      return true;
    }
  }
  return false;
}

/** Opens each route's own rule, while every policy behind it says yes. */
export async function openGates(
  world: World,
  { cells, policies }: { readonly cells: readonly Cell[]; readonly policies: readonly string[] },
): Promise<Mutant[]> {
  const mutants: Mutant[] = [];
  for (const gate of gatesOf(allRoutes)) {
    const own = cells.filter(({ route }) => route === gate.route);
    const seeing = own.filter(({ as, expected }) => as === "program" && expected === gate.expected);
    const right: Cell[] = [];
    for (const cell of seeing.slice(0, 6)) {
      if ((await without(policies, () => tryCell(world, cell))) === undefined) {
        right.push(cell);
      }
    }
    const restore = opened([gate]);
    const isKilled = await without(policies, () => someFails(world, right));
    restore();
    mutants.push({ name: `${gate.name} lets in ${gate.opens}`, isKilled });
  }
  return mutants;
}

/** Lets whoever signed in long ago go on without showing again that it is he. */
export async function forgetProofs(world: World, cells: readonly Cell[]): Promise<Mutant[]> {
  const mutants: Mutant[] = [];
  for (const route of allRoutes.filter(({ fresh }) => fresh)) {
    const own = cells.filter((cell) => cell.route === route && cell.expected === "confirm");
    const changing = route as { fresh?: Route["fresh"] };
    changing.fresh = false;
    const isKilled = await someFails(world, own);
    changing.fresh = true;
    mutants.push({ name: `${nameOfRoute(route)} asks for no proof`, isKilled });
  }
  return mutants;
}
