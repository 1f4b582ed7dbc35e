import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DatabaseSet } from "../engine/parse-info.ts";
import { backUpDatabase, databaseRepository } from "../engine/pgbackrest.ts";
import { archiveConfiguration } from "../escrow/configuration.ts";
import { record } from "../figures/record.ts";
import { Head, nameOfSet, type Manifest } from "../manifest/manifest.ts";
import { readManifests, writeManifest } from "../manifest/manifests.ts";
import { hollowness } from "../manifest/refuse-hollow.ts";
import { takePoint } from "../manifest/take-point.ts";
import { hashUnjudgedFiles } from "../manifest/unjudged-files.ts";
import type { BackupPlaces } from "../places.ts";
import { backUpDocuments } from "./back-up-documents.ts";

export interface SetWish {
  /** Left out: full on its weekday and where there is none, differential on other days. */
  readonly type?: DatabaseSet["type"];
  readonly product: string;
  /** Takes the set in although it holds less than the one before: an order to weed was carried out. */
  readonly mayShrink?: boolean;
}

/**
 * One whole set: the database, a named point with counts, the documents, the configuration, and the signed manifest
 * of all. The manifest comes last: a set without one does not exist.
 */
export async function backUpSet(places: BackupPlaces, wish: SetWish): Promise<Manifest> {
  const now = new Date();
  const type = wish.type ?? (await dueType(places, now));
  const taken = await backUpDatabase(places, type);
  const head = await readHead(places);
  const name = nameOfSet(now);
  const point = await takePoint({ ...places.postgres }, name);
  const stored = await backUpDocuments(places);
  const configuration = await archiveConfiguration(places, now);
  const { genuine } = await readManifests(places);
  const before = genuine.at(-1);
  const manifest: Manifest = {
    version: 1,
    name,
    at: now.toISOString(),
    label: taken.label,
    versions: { product: wish.product, ...point.versions },
    rows: { ...point.rows },
    seals: point.seals,
    head,
    keys: [...point.keys],
    documents: { snapshot: stored.id, files: stored.files, bytes: stored.bytes },
    configuration: configuration
      ? { name: configuration.name, sha256: configuration.sha256 }
      : null,
    files: await hashUnjudgedFiles(places, before?.files ?? {}),
  };
  const wrong = wish.mayShrink ? [] : hollowness(manifest, before);
  if (wrong.length > 0) {
    throw new Error(`The set is hollow: ${wrong.join("; ")}`);
  }
  await writeManifest(places, manifest);
  await record(places, {
    database: { at: new Date(), bytes: taken.bytes },
    ...(configuration ? { configuration: { at: new Date(), bytes: configuration.bytes } } : {}),
  });
  return manifest;
}

async function dueType(places: BackupPlaces, now: Date): Promise<DatabaseSet["type"]> {
  const { sets } = await databaseRepository(places);
  const full = sets.findLast(({ type }) => type === "full");
  const age = full ? now.getTime() - full.startedAt.getTime() : Number.POSITIVE_INFINITY;
  const isDay = now.getDay() === places.fullOn;
  const [half, week] = [43_200_000, 7 * 86_400_000];
  return age > week || (isDay && age > half) ? "full" : "diff";
}

/** As it was before the point: what it vouches for is in the set. */
async function readHead({ keys }: BackupPlaces): Promise<Head | null> {
  const text = await readFile(join(keys, "head.json"), "utf8").catch(() => undefined);
  return text === undefined ? null : Head.parse(JSON.parse(text));
}
