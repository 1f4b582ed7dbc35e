import { allRoutes } from "../../../app/modules.ts";
import type { Route } from "../../../app/base/index.ts";
import { nameOfRoute, type Cell } from "../cells.ts";
import type { KindName } from "../kinds.ts";
import { say } from "../report.ts";
import { tryCell } from "../try-cell.ts";
import type { World } from "../world.ts";
import { checks, takeAsked, without } from "./switchboard.ts";
import { isRedundant } from "./redundant.ts";
import { gatesOf, opened, type Gate } from "./weak-gates.ts";
import { doors } from "./weak-statements.ts";

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

const isProbe = ({ as, kind, swap }: Cell): boolean =>
  (as === "program" && probing.includes(kind)) || swap !== undefined;

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
    const atTheDoor = new Set(doors.map(({ name }) => name));
    const isTried = ([name]: [string, unknown]) => !atTheDoor.has(name) && !isRedundant(name);
    for (const [name, several] of [...candidates].filter(isTried)) {
      const isKilled = await without([name], () => someFails(world, mixed(name, several)));
      mutants.push({ name, isKilled });
    }
    return mutants;
  } finally {
    restore();
  }
}

/** A reason to see an item, for which there are papers that have that reason alone. */
const isReason = (name: string): boolean => /^(reason|confidential) /.test(name);

/** At most so many, each kind of asker and each route as early as can be. */
const mostTried = 60;

function mixed(name: string, all: readonly Cell[]): readonly Cell[] {
  const cells = isReason(name) ? all.filter(({ route }) => route.path === "/items/:itemId") : all;
  const turns = new Map<string, number>();
  const turnOf = (name: string): number => {
    const turn = (turns.get(name) ?? -1) + 1;
    turns.set(name, turn);
    return turn;
  };
  return cells
    .map((cell) => ({
      cell,
      turn: turnOf(cell.kind + cell.classification) + turnOf(nameOfFace(cell)),
    }))
    .toSorted((one, other) => one.turn - other.turn)
    .slice(0, isReason(name) ? Infinity : mostTried)
    .map(({ cell }) => cell);
}

/** A route with the papers it is asked for: each has its turn. */
function nameOfFace({ route, row }: Cell): string {
  return `${nameOfRoute(route)} ${JSON.stringify(row.values)}`;
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

/** Who stands at the door, and three routes behind it that tell by which post, right and proof he came in. */
const behindDoors = ["GET /folders", "GET /accounts", "GET /items/:itemId"];

/** Lets each thing pass that decides at the door who somebody is today. */
export async function openDoors(world: World, cells: readonly Cell[]): Promise<Mutant[]> {
  const tried = cells.filter(({ route }) => behindDoors.includes(nameOfRoute(route)));
  const mutants: Mutant[] = [];
  for (const { name } of doors) {
    const isKilled = await without([name], () => someFails(world, tried));
    mutants.push({ name, isKilled });
  }
  return mutants;
}

/** Opens each route's own rule, while every policy and check behind it says yes. */
export async function openGates(
  world: World,
  { cells, policies }: { readonly cells: readonly Cell[]; readonly policies: readonly string[] },
): Promise<Mutant[]> {
  const behind = [...policies, ...checks];
  const mutants: Mutant[] = [];
  const tried = new Set(cells.map(({ route }) => route));
  for (const gate of gatesOf(allRoutes).filter(({ route }) => tried.has(route))) {
    const own = cells.filter(({ as, route }) => as === "program" && route === gate.route);
    const { opens, shut } = shutBy(gate, own);
    const right: Cell[] = [];
    for (const cell of shut.slice(0, 6)) {
      if ((await without(behind, () => tryCell(world, cell))) === undefined) {
        right.push(cell);
      }
    }
    const restore = opened([{ ...gate, opens }]);
    const isKilled = await without(behind, () => someFails(world, right));
    restore();
    mutants.push({ name: `${gate.name} lets in ${opens}`, isKilled });
  }
  return mutants;
}

/** A right that every post has shuts out nobody but strangers. */
function shutBy(gate: Gate, cells: readonly Cell[]): Pick<Gate, "opens"> & { shut: Cell[] } {
  const forbidden = cells.filter(({ expected }) => expected === "forbidden");
  return gate.opens === "every post" && forbidden.length > 0
    ? { opens: "every post", shut: forbidden }
    : { opens: "everyone", shut: cells.filter(({ expected }) => expected === "sign-in") };
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
