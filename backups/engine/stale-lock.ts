import { readFileSync } from "node:fs";
import type { RepositoryLock } from "./parse-restic.ts";

interface Observer {
  readonly host: string;
  readonly now: Date;
  /** When this host was started: nothing that ran before is alive. */
  readonly bootedAt: Date;
  readonly isAlive: (process: number) => boolean;
}

const patience = 30 * 60_000;

/**
 * A lock is stale only when its process was on this very host, is gone, and had half an hour to say otherwise.
 * What another host holds is never judged from here. After a start of the host the process's number may be that of
 * another one, so a lock from before it is nobody's.
 */
export function isStale(lock: RepositoryLock, { host, now, bootedAt, isAlive }: Observer): boolean {
  const age = now.getTime() - lock.at.getTime();
  const isGone = lock.at < bootedAt || !isAlive(lock.process);
  return lock.host === host && age > patience && isGone;
}

/** Whether a process is alive and restic still; its number may have been given to another program since. */
export function isLiveRestic(process: number): boolean {
  try {
    globalThis.process.kill(process, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return ["restic", undefined].includes(nameOf(process));
}

/** Undefined where this host does not show it: then nothing speaks against it. */
function nameOf(process: number): string | undefined {
  try {
    return readFileSync(`/proc/${process}/comm`, "utf8").trim();
  } catch {
    return undefined;
  }
}
