import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { processStart } from "../host/index.ts";
import { places } from "../places.ts";
import { words } from "../words.ts";
import { exit } from "./exit-codes.ts";
import { Halt } from "./halt.ts";

const lockFile = join(places.installer, "lock");

const taken = words({
  hi: "“{verb}” (प्रक्रिया {process}) अभी चल रहा है। उसके पूरा होने पर फिर चलाएँ।",
  en: "“{verb}” (process {process}) is running now. Run this again when it has ended.",
});

/** Who holds the lock, told to a verb that is run by another as a part of its own work. */
export const lockHolder = "SECRETARIAT_LOCK_HOLDER";

/** Lets one run at a time change the installation. A lock whose process is gone is taken over. */
export async function holdLock<T>(
  verb: string,
  work: () => Promise<T>,
  path: string = lockFile,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (!(await take(path, verb))) {
    const holder = await holderOf(path);
    if (holder && isPartOf(holder)) {
      return work();
    }
    if (holder && (await isAlive(holder))) {
      throw new Halt(exit.locked, taken, { verb: holder.verb, process: holder.process });
    }
    if (!(await takeOver(path, verb, holder))) {
      throw new Halt(exit.locked, taken, { verb: "secretariat", process: "?" });
    }
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * Refuses while somebody changes the installation. Whoever only looks asks this before and after, and keeps nobody out:
 * what he saw of half a change is worth nothing.
 */
export async function refuseWhileHeld(path: string = lockFile): Promise<void> {
  const holder = await holderOf(path);
  if (holder && !isPartOf(holder) && (await isAlive(holder))) {
    throw new Halt(exit.locked, taken, { verb: holder.verb, process: holder.process });
  }
}

interface Holder {
  readonly verb: string;
  readonly process: number;
  /** Of the process, as `processStart` tells it. */
  readonly startedAt: string;
}

/** Written whole under another name and then linked: nobody ever reads half a lock. */
async function take(path: string, verb: string): Promise<boolean> {
  const own = `${path}.${process.pid}`;
  const holder: Holder = { verb, process: process.pid, startedAt: await processStart(process.pid) };
  await writeFile(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      return false;
    }
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** Of all who find a dead lock one moves it away; who moved the lock of a living one by mistake puts it back. */
export async function takeOver(path: string, verb: string, dead?: Holder): Promise<boolean> {
  const aside = `${path}.${process.pid}.dead`;
  const isMoved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  const moved = isMoved ? await holderOf(aside) : dead;
  if (moved?.process !== dead?.process || moved?.startedAt !== dead?.startedAt) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return take(path, verb);
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isPartOf({ process: id }: Holder): boolean {
  return id === process.ppid && process.env[lockHolder] === String(id);
}

async function isAlive({ process: id, startedAt }: Holder): Promise<boolean> {
  return (await processStart(id)) === startedAt && startedAt !== "";
}
