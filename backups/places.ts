import { readFileSync } from "node:fs";
import { z } from "zod";

const folder = z.string().startsWith("/");

/** Where everything lies that backups read and write. The installer writes it from `site.yml`; no secret is in it. */
const BackupPlaces = z.strictObject({
  stanza: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The backups themselves: `database`, `store`, `configuration`, `manifests`, `escrow`. */
  folder,
  /** `secrets`: a folder in memory with the passphrase as pgBackRest reads it; `config` holds none. */
  pgbackrest: z.strictObject({ config: folder, secrets: folder, lock: folder }),
  postgres: z.strictObject({
    data: folder,
    socket: folder,
    port: z.number().int(),
    user: z.string(),
    database: z.string(),
    /** `pg_ctl`, `postgres`, `pg_amcheck` of the version the data was made with. */
    binaries: folder,
  }),
  documents: folder,
  keys: folder,
  /** What the administrator wrote and the installer rendered. */
  settings: z.array(folder),
  /** Facts of the installer: who proved the escrow, what a restore waits for. */
  state: folder,
  /** Sealed credentials of the host, or plain files of mode 0600. */
  credentials: folder,
  /** Where node-exporter picks up figures. */
  figures: folder,
  /** Scratch clusters are made below this folder and destroyed. */
  scratch: folder,
  application: z.strictObject({ user: z.string(), node: folder, build: folder }),
  /** The append-only copy on the second host: a file with the address, password included, and its authority. */
  second: z.strictObject({ addressFile: folder, authority: folder }).optional(),
  /** In so many weeks every byte on the second host is read back, a part of them each week. */
  secondReadWeeks: z.number().int().min(1).max(52).default(4),
  /** Any moment of so many days can be gone back to. */
  keepDays: z.number().int().min(7).default(35),
  /** And the first full set of so many months. */
  keepMonths: z.number().int().min(0).default(12),
  /** Day of the weekly full set, 0 is Sunday. */
  fullOn: z.number().int().min(0).max(6).default(0),
});

export type BackupPlaces = z.output<typeof BackupPlaces>;

/** Where the places of this host are written; a test names its own file. */
export function placesFile(): string {
  return process.env["SECRETARIAT_BACKUPS"] ?? "/etc/secretariat/backups.json";
}

export function readPlaces(path = placesFile()): BackupPlaces {
  return BackupPlaces.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** Refuses places that could not be read back. */
export function writtenPlaces(places: z.input<typeof BackupPlaces>): string {
  return `${JSON.stringify(BackupPlaces.parse(places), null, 2)}\n`;
}
