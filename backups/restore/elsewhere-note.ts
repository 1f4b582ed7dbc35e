import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../../installer/host/index.ts";
import { snapshotsIn } from "../engine/restic.ts";
import { localStore } from "../keep/stores.ts";
import { mine, readManifests } from "../manifest/manifests.ts";
import type { BackupPlaces } from "../places.ts";

/** Names of sets that were fetched from the second host, and whose documents never lay in the store of this host. */
const Note = z.object({ sets: z.array(z.string()) });

const file = ({ state }: Pick<BackupPlaces, "state">): string => join(state, "sets-elsewhere.json");

/** Written once, when the sets come: what vanishes from the store later is missed by the verification. */
export async function noteElsewhere(places: BackupPlaces): Promise<void> {
  const { genuine } = await readManifests(places);
  const ids = await idsHere(places);
  const sets = genuine
    .filter(({ documents }) => !ids.some((id) => id.startsWith(documents.snapshot)))
    .map(({ name }) => name);
  await mkdir(places.state, { recursive: true, mode: 0o700 });
  await writeWhole(file(places), JSON.stringify({ sets }), mine(0o600));
}

export async function setsElsewhere(places: Pick<BackupPlaces, "state">): Promise<string[]> {
  const path = file(places);
  return existsSync(path) ? Note.parse(JSON.parse(await readFile(path, "utf8"))).sets : [];
}

/** A store that is lost or cannot be opened has none. */
async function idsHere(places: BackupPlaces): Promise<string[]> {
  const snapshots = await snapshotsIn(await localStore(places)).catch(() => []);
  return snapshots.map(({ id }) => id);
}
