import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../../installer/host/index.ts";
import { mine } from "../manifest/manifests.ts";
import type { BackupPlaces } from "../places.ts";
import { renderFigures } from "./render.ts";

const part = z.object({
  at: z.coerce.date(),
  files: z.number().optional(),
  bytes: z.number().optional(),
});

const judged = z.object({
  at: z.coerce.date(),
  isGood: z.boolean(),
  seconds: z.number(),
  rows: z.number().optional(),
  contents: z.number().optional(),
});

/** What backups last did, kept so that figures can tell it again at any moment. */
const Happened = z.object({
  database: part.optional(),
  documents: part.optional(),
  configuration: part.optional(),
  second: part.optional(),
  /** Whether the second host refused to delete when it was last asked to. */
  appendOnly: z.object({ at: z.coerce.date(), isProven: z.boolean() }).optional(),
  verify: judged.optional(),
  drill: judged.optional(),
  /** The last drill may have failed; this is the last that passed. */
  drillPassedAt: z.coerce.date().optional(),
  staleLocks: z.number().default(0),
  failures: z.number().default(0),
});

export type Happened = z.output<typeof Happened>;

type Where = Pick<BackupPlaces, "state" | "figures" | "second">;

/** Notes what was done and writes the figures anew. */
export async function record(
  places: Where,
  news: Partial<Happened>,
  staleLocks = 0,
): Promise<void> {
  const before = await readHappened(places);
  const happened = { ...before, ...news, staleLocks: before.staleLocks + staleLocks };
  await mkdir(places.state, { recursive: true, mode: 0o700 });
  await writeWhole(join(places.state, "backups.json"), JSON.stringify(happened), mine(0o600));
  await writeFigures(places);
}

export async function readHappened({ state }: Pick<BackupPlaces, "state">): Promise<Happened> {
  const path = join(state, "backups.json");
  return Happened.parse(existsSync(path) ? JSON.parse(await readFile(path, "utf8")) : {});
}

/** Writes the figures where node-exporter finds them; a host that is not watched has no such folder. */
export async function writeFigures(
  places: Where,
  more: { readonly lastArchivedAt?: Date | undefined } = {},
): Promise<void> {
  if (existsSync(places.figures)) {
    const text = await renderFigures(places, await readHappened(places), more);
    await writeWhole(join(places.figures, "secretariat-backups.prom"), text, mine(0o644));
  }
}
