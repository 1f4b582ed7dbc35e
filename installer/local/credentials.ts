import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./settings.ts";

const files: Readonly<Record<string, string>> = {
  SECRETARIAT_DATABASE_URL: "database-url",
  SECRETARIAT_OWNER_DATABASE_URL: "owner-database-url",
  SECRETARIAT_REPORT_DATABASE_URL: "report-database-url",
  SECRETARIAT_REDIS_URL: "redis-url",
};

/**
 * Hands the secrets of these settings over as systemd does, in a folder that only we read; what is left for the
 * environment tells no password. The folder holds nothing but what this process was given.
 */
export function withCredentials(given: Environment, folder: string): Environment {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const open = Object.entries(given).filter(([key, value]) => {
    const name = files[key];
    if (name !== undefined && value !== "") {
      writeFileSync(join(folder, name), value, { mode: 0o600 });
    }
    return name === undefined;
  });
  return { ...Object.fromEntries(open), CREDENTIALS_DIRECTORY: folder };
}
