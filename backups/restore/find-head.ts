import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readFromSnapshot, snapshotsIn } from "../engine/restic.ts";
import { anyStore } from "../keep/stores.ts";
import { Head } from "../manifest/manifest.ts";
import { readManifests } from "../manifest/manifests.ts";
import type { BackupPlaces } from "../places.ts";

export interface FoundHead {
  /** The newest witness that the restored record can be held to. */
  readonly head: Head | undefined;
  /** Seals a newer witness tells of that the restored record has not: they are lost, and that is said. */
  readonly lost: number;
}

const lookedInto = 5;

/**
 * The checkpoint that belongs beside the keys of a restored record. A newer one would call the record cut short,
 * though the administrator has chosen the moment himself.
 */
export async function findHead(
  places: BackupPlaces,
  { seals, until }: { readonly seals: number; readonly until: Date | undefined },
): Promise<FoundHead> {
  const known = await knownHeads(places, until);
  const fitting = known.filter(({ sequence }) => sequence <= seals);
  const newest = fitting.toSorted((one, other) => one.sequence - other.sequence).at(-1);
  const furthest = Math.max(seals, ...known.map(({ sequence }) => sequence));
  return { head: newest, lost: furthest - seals };
}

async function knownHeads(places: BackupPlaces, until: Date | undefined): Promise<Head[]> {
  const { genuine } = await readManifests(places);
  const own = await readHead(join(places.keys, "head.json"));
  const ofSets = genuine.flatMap(({ head }) => (head ? [head] : []));
  return [...(own ? [own] : []), ...ofSets, ...(await headsOfSnapshots(places, until))];
}

async function headsOfSnapshots(places: BackupPlaces, until: Date | undefined): Promise<Head[]> {
  const store = await anyStore(places);
  const snapshots = await snapshotsIn(store);
  const before = snapshots.filter(({ at }) => until === undefined || at <= until);
  const heads: Head[] = [];
  for (const { id } of before.slice(-lookedInto)) {
    const text = await readFromSnapshot(store, id, join(places.keys, "head.json")).catch(() => "");
    const head = parseHead(text);
    heads.push(...(head ? [head] : []));
  }
  return heads;
}

async function readHead(path: string): Promise<Head | undefined> {
  return parseHead(await readFile(path, "utf8").catch(() => ""));
}

function parseHead(text: string): Head | undefined {
  try {
    return Head.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
