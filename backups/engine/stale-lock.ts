import type { RepositoryLock } from "./parse-restic.ts";

interface Observer {
  readonly host: string;
  readonly now: Date;
  readonly isAlive: (process: number) => boolean;
}

const patience = 30 * 60_000;

/**
 * A lock is stale only when its process was on this very host, is gone, and had half an hour to say otherwise.
 * What another host holds is never judged from here.
 */
export function isStale(lock: RepositoryLock, { host, now, isAlive }: Observer): boolean {
  const age = now.getTime() - lock.at.getTime();
  return lock.host === host && age > patience && !isAlive(lock.process);
}
