import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BackupPlaces } from "../places.ts";
import { archiveFolder, historiesIn } from "../shipping/local-archive.ts";
import type { DatabaseSet } from "./parse-info.ts";
import { readFromRepository } from "./pgbackrest.ts";
import { positionOf } from "./position.ts";

/**
 * Every restore begins a timeline of its own; the one that was left stays in the archive with what was written on it
 * after the moment gone back to. The first has no file and is not listed.
 */
export interface Timeline {
  readonly number: number;
  /** When its first file was archived: the office stood still between the restore and then. */
  readonly archivedAt: Date;
  /** Where each of those it comes from was left. */
  readonly left: ReadonlyMap<number, string>;
}

const history = /^([0-9A-F]{8})\.history$/;

export async function readTimelines(places: BackupPlaces): Promise<Timeline[]> {
  const top = archiveFolder(places);
  const folder = newestOf(await historiesIn(top));
  const names = folder === undefined ? [] : await readdir(join(top, folder));
  const timelines: Timeline[] = [];
  for (const name of names.toSorted()) {
    const [, number] = history.exec(name) ?? [];
    if (folder !== undefined && number !== undefined) {
      const { mtime: archivedAt } = await stat(join(top, folder, name));
      const left = parseHistory(await readHistory(places, `${folder}/${name}`));
      timelines.push({ number: Number.parseInt(number, 16), archivedAt, left });
    }
  }
  return timelines;
}

/** A newer major version of Postgres counts its timelines from one again. */
function newestOf(histories: readonly string[]): string | undefined {
  const countOf = (name: string): number => Number(name.split("-")[1]);
  return histories.toSorted((one, other) => countOf(one) - countOf(other)).at(-1);
}

/** Without it Postgres cannot follow that timeline from an older one either. */
async function readHistory(places: BackupPlaces, path: string): Promise<string> {
  return readFromRepository(places, `archive/${places.stanza}/${path}`).catch(() => "");
}

/** Lines as Postgres writes them: the timeline, where it was left, and why. */
export function parseHistory(text: string): Map<number, string> {
  const lines = text.split("\n").map((line) => /^\s*(\d+)\s+([0-9A-F]+\/[0-9A-F]+)/.exec(line));
  return new Map(
    lines.flatMap((line) => (line?.[1] && line[2] ? [[Number(line[1]), line[2]]] : [])),
  );
}

/** The timeline a backup was taken on. */
export function timelineOf({ stopSegment }: Pick<DatabaseSet, "stopSegment">): number {
  return Number.parseInt(stopSegment.slice(0, 8), 16) || 1;
}

/** The one the office worked on at a moment: it never goes back to an older one. */
export function timelineAt(
  moment: Date,
  timelines: readonly Timeline[],
  sets: readonly DatabaseSet[],
): number {
  const begun = timelines.filter(({ number, archivedAt }) => {
    // A copy of the archive may have lost its times; a backup on a timeline was not taken before it began.
    const first = sets.find((set) => timelineOf(set) >= number)?.startedAt ?? archivedAt;
    return moment >= archivedAt || moment >= first;
  });
  return Math.max(1, ...begun.map(({ number }) => number));
}

/** Whether WAL leads from a backup onto a timeline: it was taken there, or before the point where they part. */
export function leadsTo(set: DatabaseSet, number: number, timelines: readonly Timeline[]): boolean {
  const own = timelineOf(set);
  const left = timelines.find((one) => one.number === number)?.left.get(own);
  return own === number || (left !== undefined && positionOf(set.stopLsn) <= positionOf(left));
}
