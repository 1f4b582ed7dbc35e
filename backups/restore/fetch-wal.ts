import { existsSync } from "node:fs";
import { mkdir, rename, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { BackupPlaces } from "../places.ts";
import { giveTreeTo } from "../postgres/give-tree.ts";
import { archiveFolder, historiesIn, placeInArchive } from "../shipping/local-archive.ts";
import { listShelf, shelfOf, takeFromShelf, wholeOnes, type Shelved } from "../shipping/shelf.ts";

interface Wanted {
  /** When the repository that was brought back was carried away: what is older lies in it. */
  readonly since: Date;
  readonly before: Date | undefined;
}

/** Clocks are set, and a file may be under way while the repository is read. */
const margin = 600_000;

/** Adds the WAL that reached the second host after the repository did; answers how many files that were. */
export async function fetchWal(places: BackupPlaces, wanted: Wanted): Promise<number> {
  const shelf = shelfOf(places);
  if (!shelf) {
    return 0;
  }
  const top = archiveFolder(places);
  let brought = 0;
  for (const history of await historiesIn(top)) {
    for (const { name, path, at } of newest(await listShelf(shelf, history), wanted)) {
      const place = join(top, placeInArchive(history, name));
      if (!existsSync(place)) {
        await mkdir(dirname(place), { recursive: true, mode: 0o750 });
        await takeFromShelf(shelf, path, `${place}.part`);
        await utimes(`${place}.part`, at, at); // the time of a history tells when the office began to work on it
        await rename(`${place}.part`, place);
        brought += 1;
      }
    }
  }
  await giveTreeTo(places.postgres.user, top);
  return brought;
}

function newest(shelved: readonly Shelved[], { since, before }: Wanted): readonly Shelved[] {
  const [from, until] = [since.getTime() - margin, before?.getTime() ?? Number.POSITIVE_INFINITY];
  return wholeOnes(shelved.filter(({ at }) => at.getTime() > from && at.getTime() < until));
}
