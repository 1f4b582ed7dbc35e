import type { Route } from "../../app/base/index.ts";
import { allRoutes } from "../../app/modules.ts";
import type { Asked } from "./ask.ts";
import { confirmed, expectations } from "./expectations.ts";
import { kindNames, kindOf, type Classification, type Door, type KindName } from "./kinds.ts";
import type { Outcome, Row } from "./rules.ts";
import { isPaper, swapsOf, type Swap } from "./swaps.ts";

/** One question to one route, and what must come of it. */
export interface Cell {
  readonly route: Route;
  readonly row: Row;
  readonly kind: KindName;
  readonly as: Asked;
  readonly classification: Classification;
  readonly expected: Outcome;
  /** An id that is not the right one. */
  readonly swap?: Swap;
}

export const nameOfRoute = ({ method, path }: Route): string => `${method} ${path}`;

/** Routes that stand in no row, and rows of routes that are no more. */
export function unmatched(): {
  readonly missing: readonly string[];
  readonly stale: readonly string[];
} {
  const routes = new Set(allRoutes.map(nameOfRoute));
  return {
    missing: allRoutes.filter((route) => rowsOf(route).length === 0).map(nameOfRoute),
    stale: Object.keys(expectations).filter((name) => !routes.has(routeIn(name))),
  };
}

export function allCells(): readonly Cell[] {
  return allRoutes.flatMap((route) =>
    rowsOf(route).flatMap((row) => {
      const cells = cellsOf(route, row);
      return [...cells, ...swappedCells(cells)];
    }),
  );
}

/** Whoever may do it, tries it with each id of nothing and with each of another department. */
function swappedCells(cells: readonly Cell[]): Cell[] {
  const done = cells.filter(({ expected }) => expected === "done");
  const cell = done.find(({ as }) => as === "program") ?? done[0];
  return cell
    ? swapsOf(cell.route, cell.row).map((swap) => ({ ...cell, swap, expected: "refused" }))
    : [];
}

/** A route may have several faces: `POST /dispatches (handed to the registry)`. */
function routeIn(name: string): string {
  return name.replace(/ \(.*\)$/, "");
}

function rowsOf(route: Route): readonly Row[] {
  return Object.entries(expectations)
    .filter(([name]) => routeIn(name) === nameOfRoute(route))
    .map(([, row]) => row);
}

/** What concerns a paper is asked of a normal and of a confidential one. */
function cellsOf(route: Route, row: Row): Cell[] {
  const isAboutPapers = Object.values(row.values).flat().some(isPaper);
  const classes: readonly Classification[] = isAboutPapers
    ? ["normal", "confidential"]
    : ["normal"];
  return classes.flatMap((classification) =>
    kindNames.flatMap((kind) =>
      waysOf(kind, classification).map((as) => {
        const expected = expectedOf(route, row, { kind, as, classification });
        return { route, row, kind, as, classification, expected };
      }),
    ),
  );
}

/** Pages are drawn from what a program is answered: of confidential papers those are asked who come nearest. */
function waysOf(kind: KindName, classification: Classification): readonly Asked[] {
  const { by, relation } = kindOf(kind);
  const isFar = classification === "confidential" && relation === "none";
  return by === "both" ? (isFar ? ["program"] : ["browser", "program"]) : [by];
}

type Asking = Pick<Cell, "kind" | "as" | "classification">;

function expectedOf(route: Route, row: Row, asking: Asking): Outcome {
  const { stopped } = kindOf(asking.kind);
  if (stopped) {
    return atTheDoor(stopped, row, asking) ?? row.rule(asking);
  }
  const outcome = row.rule(asking);
  const isAsked =
    confirmed.has(nameOfRoute(route)) && kindOf(asking.kind).isStale && outcome !== "forbidden";
  return isAsked ? "confirm" : outcome;
}

/** What stands at the door of a route for one who does not get in; nothing where it is open to all. */
function atTheDoor(door: Door, row: Row, { as }: Asking): Outcome | undefined {
  if (isOpenTo(door, row)) {
    return undefined;
  }
  const outcomes: Readonly<Record<Door, Outcome>> = {
    "sign-in": "sign-in",
    "one-time password": "change password",
    "second factor": "second factor",
    "no post": as === "program" ? "hidden" : "forbidden", // its token names the post since lost
    "not this post": "hidden",
    network: "closed",
  };
  return outcomes[door];
}

function isOpenTo(door: Door, row: Row): boolean {
  const open: Readonly<Partial<Record<Door, boolean | undefined>>> = {
    "sign-in": row.isPublic,
    "one-time password": row.isAlwaysOpen ?? row.isBeforePassword,
    "second factor": row.isAlwaysOpen ?? row.isBeforeFactor,
  };
  return open[door] ?? false;
}
