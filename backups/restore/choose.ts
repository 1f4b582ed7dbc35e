import type { DatabaseSet } from "../engine/parse-info.ts";
import type { Target } from "../engine/pgbackrest.ts";
import { positionOf } from "../engine/position.ts";
import { leadsTo, timelineAt, timelineOf, type Timeline } from "../engine/timelines.ts";
import type { Manifest } from "../manifest/manifest.ts";

/** What the administrator asked for. */
export type Wish =
  | { readonly kind: "latest" }
  | { readonly kind: "time"; readonly at: Date }
  | { readonly kind: "set"; readonly name: string }
  | { readonly kind: "point"; readonly name: string }
  | { readonly kind: "lsn"; readonly lsn: string };

export interface Choice {
  readonly target: Target;
  /** The backups it can be reached from, the nearest first: when one is damaged, the next is tried. */
  readonly candidates: readonly DatabaseSet[];
  /** The set that is wished for by name; what is restored must be exactly it. */
  readonly manifest: Manifest | undefined;
}

/** What the repository holds. */
export interface Held {
  readonly sets: readonly DatabaseSet[];
  readonly manifests: readonly Manifest[];
  readonly timelines: readonly Timeline[];
}

/** Finds the backups a wish can be fulfilled from; none where it lies before the oldest of them. */
export function chooseSets(wish: Wish, held: Held): Choice {
  const { sets, timelines } = held;
  const named = manifestOf(wish, held.manifests);
  const timeline = timelineFor(wish, named, held);
  const on = timeline ?? Math.max(1, ...timelines.map(({ number }) => number));
  const usable = sets.filter((set) => !set.hasErrors && leadsTo(set, on, timelines));
  return {
    target: { ...targetOf(wish), ...(timeline === undefined ? {} : { timeline }) },
    candidates: candidatesFor(wish, named, usable),
    manifest: wish.kind === "set" ? named : undefined,
  };
}

function manifestOf(wish: Wish, manifests: readonly Manifest[]): Manifest | undefined {
  return wish.kind === "set" || wish.kind === "point"
    ? manifests.find(({ name }) => name === wish.name)
    : undefined;
}

/**
 * The timeline that what is wished for lies on, so that going forward again does not end where an earlier restore
 * turned off. Undefined is the newest; a place in the WAL is always one of that.
 */
function timelineFor(
  wish: Wish,
  named: Manifest | undefined,
  { sets, timelines }: Held,
): number | undefined {
  const own = sets.find(({ label }) => label === named?.label);
  const at = wish.kind === "time" ? wish.at : stampIn(wish);
  if (own) {
    return timelineOf(own);
  }
  return at && timelineAt(at, timelines, sets);
}

/** A point that an upgrade or a set gives a name to carries its moment. */
function stampIn(wish: Wish): Date | undefined {
  const [, date, time] = (wish.kind === "point" && /-(\d{8})T(\d{6})Z$/.exec(wish.name)) || [];
  const parts = [
    date?.replace(/(....)(..)(..)/, "$1-$2-$3"),
    time?.replace(/(..)(..)(..)/, "$1:$2:$3"),
  ];
  const at = new Date(`${parts.join("T")}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function candidatesFor(
  wish: Wish,
  named: Manifest | undefined,
  usable: readonly DatabaseSet[],
): DatabaseSet[] {
  const stamp = stampIn(wish);
  if (stamp === undefined || named) {
    return usable.filter((set) => isBefore(set, wish, named)).toReversed();
  }
  const before = usable.filter(({ endedAt }) => endedAt <= stamp);
  // An upgrade chooses the name, then backs up, then sets the point: should the older ones fail, that backup leads there.
  const next = usable.slice(before.length, before.length + 1);
  return [...before.toReversed(), ...next];
}

function isBefore(set: DatabaseSet, wish: Wish, named: Manifest | undefined): boolean {
  switch (wish.kind) {
    case "latest":
      return true;
    case "time":
      return set.endedAt <= wish.at;
    case "point":
      return named === undefined || isUpTo(set, named);
    case "set":
      return named !== undefined && isUpTo(set, named);
    case "lsn":
      return positionOf(set.stopLsn) <= positionOf(wish.lsn);
  }
}

/** The backup of the set itself ends after the set was begun; labels tell the order. */
function isUpTo({ label }: DatabaseSet, manifest: Manifest): boolean {
  return lastPart(label) <= lastPart(manifest.label);
}

function lastPart(label: string): string {
  return (label.split("_").at(-1) ?? "").slice(0, 15);
}

function targetOf(wish: Wish): Target {
  switch (wish.kind) {
    case "latest":
      return { type: "default" };
    case "time":
      return { type: "time", value: wish.at.toISOString().replace("T", " ").replace("Z", "+00") };
    case "set":
    case "point":
      return { type: "name", value: wish.name };
    case "lsn":
      return { type: "lsn", value: wish.lsn };
  }
}
