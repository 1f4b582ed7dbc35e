import { join } from "node:path";
import {
  archivedSegments,
  databaseRepository,
  readFromRepository,
  verifyDatabase,
} from "../engine/pgbackrest.ts";
import { hashOfFile, snapshotsIn, verifyStore } from "../engine/restic.ts";
import { findDoubles, findGaps } from "../engine/wal-gaps.ts";
import { judgeConfigurations } from "../escrow/archives.ts";
import { localStore } from "../keep/stores.ts";
import { wholeFromHere } from "../keep/whole-from-here.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { readManifests } from "../manifest/manifests.ts";
import { unjudgedFiles } from "../manifest/unjudged-files.ts";
import type { BackupPlaces } from "../places.ts";
import { setsElsewhere } from "../restore/elsewhere-note.ts";

export interface Verdict {
  readonly isWhole: boolean;
  /** One line for each thing that is not as it was written. */
  readonly faults: readonly string[];
}

/**
 * Reads every byte of every repository of this host. Nothing is restored here: that is what `tryRestore` and the
 * drill add.
 */
export async function readRepositories(places: BackupPlaces): Promise<Verdict> {
  const { genuine, broken } = await readManifests(places);
  const faults = [
    ...broken.map((name) => `manifest ${name} is not as it was signed`),
    ...(genuine.length === 0 ? ["there is no backup set"] : []),
    ...(await judgeDatabase(places, genuine)),
    ...(await judgeUnjudged(places, genuine)),
    ...(await judgeStore(places, genuine)),
    ...(await judgeConfigurations(places)),
  ];
  return { isWhole: faults.length === 0, faults };
}

async function judgeDatabase(
  places: BackupPlaces,
  manifests: readonly Manifest[],
): Promise<string[]> {
  const { isUsable, message, sets } = await databaseRepository(places);
  if (!isUsable) {
    return [`database: ${message}`];
  }
  const labels = sets.map(({ label }) => label);
  const { faults } = await verifyDatabase(places, labels);
  const segments = await archivedSegments(places);
  const from = (await wholeFromHere(places, sets))?.startSegment ?? "";
  const gaps = findGaps(segments).filter(({ before }) => before > from);
  return [
    ...faults.map((fault) => `database: ${fault}`),
    ...gaps.map(
      ({ after, before, missing }) => `WAL: ${missing} missing from ${after} to ${before}`,
    ),
    ...findDoubles(segments).map((name) => `WAL: ${name} was archived twice, differently`),
    ...manifests
      .filter(({ label }) => !labels.includes(label))
      .map(({ name, label }) => `${name}: its backup ${label} is missing`),
  ];
}

/** What pgBackRest does not look at: manifests by the hashes we signed, lists by their copies. */
async function judgeUnjudged(
  places: BackupPlaces,
  manifests: readonly Manifest[],
): Promise<string[]> {
  const signed = Object.assign({}, ...manifests.map(({ files }) => files)) as Manifest["files"];
  const faults: string[] = [];
  for (const path of await unjudgedFiles(places)) {
    const expected = signed[path];
    if (expected && (await hashOfFile(join(places.folder, "database", path))) !== expected) {
      faults.push(`database: ${path} was changed`);
    }
  }
  for (const list of [
    `backup/${places.stanza}/backup.info`,
    `archive/${places.stanza}/archive.info`,
  ]) {
    if (!(await isLikeItsCopy(places, list))) {
      faults.push(`database: ${list} and its copy are not the same`);
    }
  }
  return faults;
}

/** Each is encrypted by itself, so they are compared in the clear. */
async function isLikeItsCopy(places: BackupPlaces, list: string): Promise<boolean> {
  const [one, other] = await Promise.all(
    [list, `${list}.copy`].map((path) => readFromRepository(places, path).catch(() => undefined)),
  );
  return one !== undefined && one === other && one.startsWith("[backrest]");
}

async function judgeStore(places: BackupPlaces, manifests: readonly Manifest[]): Promise<string[]> {
  const store = await localStore(places);
  const { faults } = await verifyStore(store);
  if (faults.length > 0) {
    return faults.map((fault) => `documents: ${fault}`);
  }
  const ids = (await snapshotsIn(store)).map(({ id }) => id);
  const elsewhere = await setsElsewhere(places);
  return manifests
    .filter(({ name }) => !elsewhere.includes(name))
    .filter(({ documents }) => !ids.some((id) => id.startsWith(documents.snapshot)))
    .map(({ name, documents }) => `${name}: its documents ${documents.snapshot} are missing`);
}
