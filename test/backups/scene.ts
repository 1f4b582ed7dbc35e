import { join } from "node:path";
import type { BackupPlaces } from "../../backups/places.ts";

/** Places of an invented host below this folder; nothing is there yet. */
export function scenePlaces(folder: string, host = ""): BackupPlaces {
  const at = (name: string): string => join(folder, host, name);
  return {
    stanza: "secretariat",
    folder: at("backups"),
    pgbackrest: { config: at("pgbackrest.conf"), secrets: at("secrets"), lock: at("lock") },
    postgres: {
      data: at("data"),
      socket: at("socket"),
      port: 5432,
      user: "postgres",
      database: "secretariat",
      binaries: at("bin"),
    },
    documents: at("documents"),
    keys: at("keys"),
    settings: [],
    state: at("state"),
    credentials: at("credentials"),
    figures: at("figures"),
    scratch: at("scratch"),
    application: { user: "nobody-such", node: at("node"), build: at("build") },
    secondReadWeeks: 4,
    keepDays: 35,
    keepMonths: 12,
    fullOn: 0,
  };
}
