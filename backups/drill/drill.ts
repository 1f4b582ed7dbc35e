import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ContentReport } from "../contents/content-report.ts";
import { capture } from "../../installer/host/index.ts";
import { restoreSnapshot } from "../engine/restic.ts";
import { readHappened, record } from "../figures/record.ts";
import { localStore } from "../keep/stores.ts";
import { rowsOf, type Manifest } from "../manifest/manifest.ts";
import { readManifests } from "../manifest/manifests.ts";
import type { BackupPlaces } from "../places.ts";
import { asSuperuser } from "../postgres/as-superuser.ts";
import { giveTreeTo } from "../postgres/give-tree.ts";
import { openForWork } from "../restore/review.ts";
import { tryRestore, type Trial } from "../verify/try-restore.ts";
import { lastAnswer, layOutCopy, runAgainst, type Copy } from "./application.ts";
import { fetchPage } from "./fetch-page.ts";

export interface DrillResult {
  readonly set: string;
  readonly isGood: boolean;
  readonly faults: readonly string[];
  readonly rows: number;
  /** Documents whose hash was compared. */
  readonly contents: number;
  readonly seconds: number;
}

export interface DrillWish {
  /** Keys that the escrow opened instead of this host's: shows that they alone are enough. */
  readonly keys?: string;
  readonly say?: (line: string) => void;
}

const sampleSize = 200;

/**
 * Restores the newest set beside the office and lets the application itself judge it: rows against the manifest,
 * pages of the database, documents by their hashes, the chain of the record, a page served. Nothing of it stays.
 */
export async function drill(places: BackupPlaces, wish: DrillWish = {}): Promise<DrillResult> {
  const started = performance.now();
  const manifest = await newestSet(places);
  const before = await readHappened(places);
  const since = before.drill?.at ?? null;
  const result = await tryRestore(places, manifest, (trial) =>
    examine(places, { manifest, trial, wish, since }),
  ).catch((error: unknown) => ({
    faults: [error instanceof Error ? error.message : String(error)],
    contents: 0,
  }));
  const seconds = (performance.now() - started) / 1000;
  const isGood = result.faults.length === 0;
  const rows = rowsOf(manifest);
  const news = { at: new Date(), isGood, seconds, rows, contents: result.contents };
  const passed = isGood ? { drillPassedAt: news.at } : {};
  await record(places, { drill: news, ...passed, failures: before.failures + Number(!isGood) });
  return { set: manifest.name, isGood, seconds, rows, ...result };
}

async function newestSet(places: BackupPlaces): Promise<Manifest> {
  const { genuine } = await readManifests(places);
  const newest = genuine.at(-1);
  if (!newest) {
    throw new Error("There is no backup set to restore");
  }
  return newest;
}

interface Examined {
  readonly manifest: Manifest;
  readonly trial: Trial;
  readonly wish: DrillWish;
  readonly since: Date | null;
}

async function examine(
  places: BackupPlaces,
  { manifest, trial, wish, since }: Examined,
): Promise<{ faults: string[]; contents: number }> {
  const say = wish.say ?? (() => undefined);
  say(`rows: ${rowsOf(manifest)} in ${Object.keys(manifest.rows).length} tables`);
  const pages = await judgePages(places, trial);
  const documents = await bringDocuments(places, manifest, trial.folder);
  const copy = await layOutCopy(places, {
    folder: trial.folder,
    reach: trial.cluster.reach,
    documents,
    keys: wish.keys ?? places.keys,
    head: manifest.head,
  });
  await asSuperuser(trial.cluster.reach, openForWork); // the set may be of an hour of only reading
  const contents = await judgeContents(places, copy, since);
  say(`documents: ${contents.hashed} of ${contents.named} opened and compared`);
  const chain = await judgeChain(places, copy, say);
  const page = await fetchPage(places, copy, trial.cluster.reach);
  const faults = [...trial.faults, ...pages, ...contents.faults, ...chain];
  return { faults: page ? [...faults, page] : faults, contents: contents.hashed };
}

/** Every page and index of the restored database. */
async function judgePages(places: BackupPlaces, { cluster }: Trial): Promise<string[]> {
  const { socket, port, database, user } = cluster.reach;
  const reach = ["--host", socket, "--port", String(port), "--username", "postgres"];
  const check = [join(places.postgres.binaries, "pg_amcheck"), ...reach, "--install-missing"];
  const ran = await capture([...check, database], { user, timeoutSeconds: 6 * 3600 });
  const told = `${ran.output}${ran.errors}`.trim();
  return ran.code === 0 && told === "" ? [] : [`pg_amcheck: ${told.split("\n")[0] ?? ""}`];
}

async function bringDocuments(
  places: BackupPlaces,
  { documents }: Manifest,
  folder: string,
): Promise<string> {
  const into = join(folder, "documents");
  await mkdir(into, { mode: 0o711 });
  await restoreSnapshot(await localStore(places), {
    id: documents.snapshot,
    into,
    only: [places.documents],
  });
  await giveTreeTo(places.application.user, into);
  return join(into, places.documents);
}

async function judgeContents(places: BackupPlaces, copy: Copy, since: Date | null) {
  const ran = await runAgainst(places, copy, {
    program: "backups/contents/check-contents.js",
    words: [],
    input: JSON.stringify({ sample: sampleSize, since: since?.toISOString() ?? null }),
  });
  const report = lastAnswer(ContentReport, ran);
  if (!report) {
    return { named: 0, hashed: 0, faults: [`documents: ${ran.errors.trim().slice(0, 300)}`] };
  }
  const { missing, wrong, ...counts } = report;
  const faults = [
    ...(missing.length > 0 ? [`documents: ${missing.length} missing`] : []),
    ...(wrong.length > 0 ? [`documents: ${wrong.length} are not what their hash says`] : []),
  ];
  return { ...counts, faults };
}

/** The application's own verifier, with its own keys and the checkpoint of the set. */
async function judgeChain(
  places: BackupPlaces,
  copy: Copy,
  say: (line: string) => void,
): Promise<string[]> {
  const ran = await runAgainst(places, copy, { program: "app/main.js", words: ["verify"] });
  const verdict = ran.output.split("\n").find((line) => line.startsWith("The record")) ?? "";
  say(verdict);
  return ran.code === 0 && verdict.startsWith("The record is whole")
    ? []
    : [`record: ${verdict || ran.errors.trim().slice(0, 300)}`];
}
