import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Advice } from "./step.mjs";

const installed = "/usr/lib/postgresql";

/** The programs of the version a data folder was made with, or the newest for a new one. */
export function postgresBinaries(data: string): string {
  const made = join(data, "PG_VERSION");
  const version = existsSync(made) ? readFileSync(made, "utf8").trim() : newest();
  const folder = join(installed, version, "bin");
  if (!existsSync(join(folder, "postgres"))) {
    throw new Advice(
      `The data in ${data} needs Postgres ${version}, which is not installed. ` +
        `Run: apt-get install postgresql-${version}, or begin again with npm start -- --fresh.`,
    );
  }
  return folder;
}

function newest(): string {
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  const usable = versions.filter((version) => existsSync(join(installed, version, "bin/initdb")));
  return usable.toSorted((one, other) => Number(other) - Number(one))[0] ?? "15";
}
