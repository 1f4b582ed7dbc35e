import { lookup, reverse } from "node:dns/promises";
import { lstat, readFile, readdir, stat, statfs } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { capture } from "../host/index.ts";
import { askTime } from "./ask-time.ts";
import { certificateOf, trust } from "./certificate-of.ts";
import { directoryTrees } from "./directory-trees.ts";
import { greeting } from "./greeting.ts";
import type { Entry, Machine, Space } from "./machine.ts";
import { syncTimes } from "./sync-times.ts";

/** The machine we run on. */
export function thisMachine(): Machine {
  return {
    architecture: process.arch,
    isRoot: process.getuid?.() === 0,
    umask: process.umask(),
    now: () => new Date(),
    text: (path) => readFile(path, "utf8").catch(() => undefined),
    entry,
    names: (folder) => readdir(folder).catch(() => []),
    ask: (command, timeoutSeconds = 14) => capture(command, { timeoutSeconds }),
    space,
    syncTimes: async (path) => syncTimes(await nearestFolder(path)),
    addresses: () =>
      Object.values(networkInterfaces()).flatMap((found) =>
        (found ?? []).map((one) => one.address),
      ),
    lookUp: async (name) => (await soon(lookup(name, { all: true }), [])).map((one) => one.address),
    namesOf: (address) => soon(reverse(address), []),
    greeting,
    certificateOf,
    clockAhead: askTime,
    json: askJson,
    trust,
    directoryTrees,
  };
}

const patience = 4_000;

/** A name server that is not there is no reason to wait: what it does not tell in time is not known. */
function soon<Told>(asked: Promise<Told>, unknown: Told): Promise<Told> {
  const late = sleep(patience, unknown, { ref: false });
  return Promise.race([asked.catch(() => unknown), late]);
}

async function entry(path: string): Promise<Entry | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (!found) {
    return undefined;
  }
  const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  const { uid: owner, dev: device, ino: inode } = found;
  return { kind, mode: found.mode & 0o7777, owner, device, inode };
}

async function space(path: string): Promise<Space> {
  const folder = await nearestFolder(path);
  const [room, { dev }] = await Promise.all([statfs(folder), stat(folder)]);
  return {
    freeBytes: room.bavail * room.bsize,
    totalBytes: room.blocks * room.bsize,
    freeInodes: room.ffree,
    totalInodes: room.files,
    device: dev,
  };
}

/** The folder itself, or the one it will be made in. */
async function nearestFolder(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() || path === "/" ? path : nearestFolder(dirname(path));
}

async function askJson(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(4_000), redirect: "error" });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
