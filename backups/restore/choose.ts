import type { DatabaseSet } from "../engine/parse-info.ts";
import type { Target } from "../engine/pgbackrest.ts";
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

/** Finds the backups a wish can be fulfilled from; none where it lies before the oldest of them. */
export function chooseSets(
  wish: Wish,
  sets: readonly DatabaseSet[],
  manifests: readonly Manifest[],
): Choice {
  const manifest =
    wish.kind === "set" ? manifests.find(({ name }) => name === wish.name) : undefined;
  const usable = sets.filter((set) => !set.hasErrors && isBefore(set, wish, manifest));
  return { target: targetOf(wish), candidates: usable.toReversed(), manifest };
}

function isBefore(set: DatabaseSet, wish: Wish, manifest: Manifest | undefined): boolean {
  switch (wish.kind) {
    case "latest":
    case "point":
      return true;
    case "time":
      return set.endedAt <= wish.at;
    case "set":
      return (
        manifest !== undefined && set.startedAt <= new Date(manifest.at) && isUpTo(set, manifest)
      );
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

/** A place in the WAL as a number. */
export function positionOf(lsn: string): bigint {
  const [high = "0", low = "0"] = lsn.split("/");
  return (BigInt(`0x${high || "0"}`) << 32n) + BigInt(`0x${low || "0"}`);
}
