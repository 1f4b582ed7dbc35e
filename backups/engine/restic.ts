/**
 * INVARIANT: no exit code is believed. `check` without `--read-data` passes over damage, so it is never run without;
 * what was backed up is told by its summary, what was restored is counted by the caller.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { hostname, uptime } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { capture, CommandFailed, type Ran } from "../../installer/host/index.ts";
import {
  parseBackup,
  parseCheck,
  parseFiles,
  parseLock,
  parseSnapshots,
  type Part,
  type Snapshot,
  type Stored,
} from "./parse-restic.ts";
import { isLiveRestic, isStale } from "./stale-lock.ts";

/** A repository of file trees: local, or append-only on the second host. */
export interface Store {
  /** The folder it lies in, or the file that holds its address. */
  readonly at:
    { readonly folder: string } | { readonly addressFile: string; readonly authority: string };
  readonly passphrase: string;
  /** What restic keeps to be quicker; left out, it keeps nothing. */
  readonly cache?: string;
  /** How long one call may take: where others wait for it, less than the half day it has else. */
  readonly patienceSeconds?: number;
}

const hours = 3600;

/** Makes the repository unless it is there. A lock that stands in it, a dead run's perhaps, is no hindrance. */
export async function createStore(store: Store): Promise<boolean> {
  const found = await restic(store, ["cat", "config", "--no-lock"]);
  if (found.code === 0 && found.output.includes('"chunker_polynomial"')) {
    return false;
  }
  if (/wrong password|ciphertext verification failed/.test(found.errors)) {
    throw new Error("The store exists, and its passphrase is another one");
  }
  await must(store, ["init"]);
  return true;
}

/** Takes the folders in; answers with what the snapshot holds. */
export async function backUpFolders(
  store: Store,
  folders: readonly string[],
  tags: readonly string[],
): Promise<Stored> {
  const tagged = tags.flatMap((tag) => ["--tag", tag]);
  const ran = await must(store, [
    "backup",
    "--json",
    "--host",
    "secretariat",
    ...tagged,
    ...folders,
  ]);
  const stored = parseBackup(ran.output);
  if (!stored || !(await snapshotsIn(store)).some(({ id }) => id.startsWith(stored.id))) {
    throw new Error("restic ended well but left no snapshot");
  }
  return stored;
}

export async function snapshotsIn(store: Store): Promise<Snapshot[]> {
  const ran = await must(store, ["snapshots", "--json", "--no-lock"]);
  const snapshots = parseSnapshots(ran.output);
  if (!snapshots) {
    throw new Error("restic did not list its snapshots");
  }
  return snapshots;
}

/**
 * Reads every byte of the repository, or of a part; its file names, which are hashes, are compared with what they
 * hold. A part is read without a lock, so that backups go on meanwhile.
 */
export async function verifyStore(
  store: Store,
  part?: Part,
): Promise<{ isWhole: boolean; faults: string[] }> {
  const asked = part
    ? ["--no-lock", `--read-data-subset=${part.number}/${part.of}`]
    : ["--read-data"];
  const ran = await restic(store, ["check", ...asked]);
  const checked = parseCheck(`${ran.output}\n${ran.errors}`, part);
  const misnamed = "folder" in store.at ? await misnamedFiles(store.at.folder) : [];
  const faults = [...checked.faults, ...misnamed.map((name) => `${name} was changed`)];
  return { isWhole: checked.isWhole && ran.code === 0 && faults.length === 0, faults };
}

/** Brings a snapshot back below a folder, under its full paths. */
export async function restoreSnapshot(
  store: Store,
  { id, into, only }: { id: string; into: string; only?: readonly string[] },
): Promise<void> {
  const wanted = (only ?? []).flatMap((path) => ["--include", path]);
  const ran = await must(store, ["restore", id, "--no-lock", "--target", into, ...wanted]);
  if (/ignoring error|There were \d+ errors/.test(`${ran.output}${ran.errors}`)) {
    throw new Error(`restic could not bring all of ${id} back`);
  }
}

/** Every file of a snapshot with its length. */
export async function filesInSnapshot(
  store: Store,
  id: string,
): Promise<{ path: string; bytes: number }[]> {
  const ran = await must(store, ["ls", "--json", "--no-lock", id]);
  return parseFiles(ran.output);
}

/** One file of a snapshot, as text. */
export async function readFromSnapshot(store: Store, id: string, path: string): Promise<string> {
  const ran = await must(store, ["dump", "--no-lock", id, path]);
  return ran.output;
}

/** Forgets these snapshots and frees their space. The append-only store refuses both. */
export async function forgetSnapshots(store: Store, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) {
    await must(store, ["forget", "--prune", ...ids]);
  }
}

/** Removes locks whose process is known to be dead; returns how many. A live one is never touched. */
export async function releaseStaleLocks(store: Store, now = new Date()): Promise<number> {
  const listed = await must(store, ["list", "locks", "--no-lock"]);
  const ids = listed.output.split("\n").filter((line) => /^[0-9a-f]{64}$/.test(line));
  const bootedAt = new Date(Date.now() - uptime() * 1000);
  const observer = { host: hostname(), now, bootedAt, isAlive: isLiveRestic };
  for (const id of ids) {
    const lock = parseLock((await must(store, ["cat", "lock", id, "--no-lock"])).output);
    if (!lock || !isStale(lock, observer)) {
      return 0; // `unlock` judges all at once, so one that may live keeps it from being asked
    }
  }
  if (ids.length > 0) {
    await must(store, ["unlock"]);
  }
  return ids.length;
}

async function misnamedFiles(folder: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const part of ["keys", "index", "snapshots"]) {
    for (const name of await readdir(join(folder, part)).catch(() => [])) {
      const hash = createHash("sha256").update(await readFile(join(folder, part, name)));
      if (hash.digest("hex") !== name) {
        wrong.push(`${part}/${name}`);
      }
    }
  }
  return wrong;
}

/** The hash of a file of any size. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function must(store: Store, words: readonly string[]): Promise<Ran> {
  const ran = await restic(store, words);
  if (ran.code !== 0) {
    throw new CommandFailed(["restic", words[0] ?? ""], ran);
  }
  return ran;
}

/** The passphrase goes in by standard input: no file, no environment, no argument tells it. */
function restic(
  { at, passphrase, cache, patienceSeconds = 12 * hours }: Store,
  words: readonly string[],
): Promise<Ran> {
  const place =
    "folder" in at
      ? ["--repo", at.folder]
      : ["--repository-file", at.addressFile, "--cacert", at.authority];
  const kept = cache === undefined ? ["--no-cache"] : ["--cache-dir", cache];
  const command = ["restic", ...place, ...kept, ...words];
  return capture(command, { input: `${passphrase}\n`, timeoutSeconds: patienceSeconds });
}
