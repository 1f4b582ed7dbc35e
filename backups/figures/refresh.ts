import { existsSync } from "node:fs";
import { placesFile, readPlaces } from "../places.ts";
import { asSuperuser } from "../postgres/as-superuser.ts";
import { writeFigures } from "./record.ts";

/** Writes the figures anew with the time of the last archived segment; for whoever comes by every minute. */
export async function refreshBackupFigures(): Promise<void> {
  if (!existsSync(placesFile())) {
    return; // backups are not set up yet
  }
  const places = readPlaces();
  const lastArchivedAt = await asSuperuser(places.postgres, async (client) => {
    const found = await client.query<{ at: Date | null }>(
      "select last_archived_time as at from pg_stat_archiver",
    );
    return found.rows[0]?.at ?? undefined;
  }).catch(() => undefined); // the database may be down; other figures stand without it
  await writeFigures(places, { lastArchivedAt });
}
