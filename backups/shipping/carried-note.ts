import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../../installer/host/index.ts";
import { mine } from "../manifest/manifests.ts";
import type { BackupPlaces } from "../places.ts";

type Where = Pick<BackupPlaces, "state">;

/** When the second host last had all of the archive. A file of its own: it is written while backups run. */
const Note = z.object({ at: z.coerce.date() });

const file = ({ state }: Where): string => join(state, "wal-carried.json");

const often = 15_000;

export async function noteCarried(places: Where, at = new Date()): Promise<void> {
  const before = await readCarried(places);
  if (before && Math.abs(at.getTime() - before.getTime()) < often) {
    return;
  }
  await mkdir(places.state, { recursive: true, mode: 0o700 });
  await writeWhole(file(places), JSON.stringify({ at }), mine(0o600));
}

export async function readCarried(places: Where): Promise<Date | undefined> {
  const path = file(places);
  return existsSync(path) ? Note.parse(JSON.parse(await readFile(path, "utf8"))).at : undefined;
}
