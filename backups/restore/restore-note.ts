import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../../installer/host/index.ts";
import { mine } from "../manifest/manifests.ts";
import type { BackupPlaces } from "../places.ts";

const RestoreNote = z.object({
  /** In review the office is only read; accepted, it works again. */
  state: z.enum(["review", "accepted"]),
  at: z.string(),
  wish: z.string(),
  /** The backup that it was restored from. */
  label: z.string(),
  /** Nearer ones that are damaged. */
  skipped: z.array(z.string()),
  /** Where the data before lies. */
  before: z.string().nullable(),
  rows: z.record(z.string(), z.number()),
  seals: z.number(),
  /** Sealed rows that are known to have been, and are not in what was restored. */
  lostSeals: z.number(),
  /** This machine sorts names otherwise in so many ways; every index was built anew. */
  ordersMended: z.number().default(0),
  /** The WAL with the point of the set was gone: this is the end of its backup, and differs by what came between. */
  isBeforePoint: z.boolean().default(false),
  /** Against the manifest, where a whole set was asked for. */
  differences: z.array(z.string()),
  documents: z.object({ brought: z.number(), kept: z.number() }),
});

export type RestoreNote = z.output<typeof RestoreNote>;

/** Whether it is what was asked for; a set without its point cannot be so to the row, which is told beforehand. */
export function isAsWished({ differences, isBeforePoint }: RestoreNote): boolean {
  return isBeforePoint || differences.length === 0;
}

type Where = Pick<BackupPlaces, "state">;

export async function readRestore({ state }: Where): Promise<RestoreNote | undefined> {
  const path = join(state, "restore.json");
  return existsSync(path) ? RestoreNote.parse(JSON.parse(await readFile(path, "utf8"))) : undefined;
}

export async function noteRestore({ state }: Where, note: RestoreNote): Promise<void> {
  await mkdir(state, { recursive: true, mode: 0o700 });
  await writeWhole(join(state, "restore.json"), `${JSON.stringify(note, null, 2)}\n`, mine(0o600));
}
