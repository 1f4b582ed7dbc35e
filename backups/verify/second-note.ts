import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../../installer/host/index.ts";
import { mine } from "../manifest/manifests.ts";
import type { BackupPlaces } from "../places.ts";

type Where = Pick<BackupPlaces, "state">;

/** How the second host was last found. A file of its own: it is read back while backups run. */
const Note = z.object({ at: z.coerce.date(), isGood: z.boolean(), seconds: z.number() });

export type SecondNote = z.output<typeof Note>;

const file = ({ state }: Where): string => join(state, "second-read.json");

export async function noteSecond(places: Where, note: SecondNote): Promise<void> {
  await mkdir(places.state, { recursive: true, mode: 0o700 });
  await writeWhole(file(places), JSON.stringify(note), mine(0o600));
}

export async function readSecondNote(places: Where): Promise<SecondNote | undefined> {
  const path = file(places);
  return existsSync(path) ? Note.parse(JSON.parse(await readFile(path, "utf8"))) : undefined;
}
