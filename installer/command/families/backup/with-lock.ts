import { join } from "node:path";
import type { BackupPlaces } from "../../../../backups/places.ts";
import { holdLock } from "../../lock.ts";

/** One backup, verification or drill at a time; an upgrade or an office being added does not keep them waiting. */
export function withBackupLock<T>(
  { state }: Pick<BackupPlaces, "state">,
  verb: string,
  work: () => Promise<T>,
): Promise<T> {
  return holdLock(verb, work, join(state, "backup.lock"));
}
