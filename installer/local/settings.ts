import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseUrls } from "./provision.ts";

export type Environment = Readonly<Record<string, string>>;

interface Given {
  /** Documents and keys lie here. */
  readonly folder: string;
  readonly urls: DatabaseUrls;
  readonly redisUrl: string;
  readonly webPort: number;
}

/** Every setting the product reads that all its processes share, and the folders they name. */
export function settings({ folder, urls, redisUrl, webPort }: Given): Environment {
  const [documents, keys] = [join(folder, "documents"), join(folder, "keys")];
  mkdirSync(documents, { recursive: true, mode: 0o700 });
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  return {
    SECRETARIAT_DATABASE_URL: urls.app,
    SECRETARIAT_REPORT_DATABASE_URL: urls.report,
    SECRETARIAT_REDIS_URL: redisUrl,
    SECRETARIAT_DOCUMENTS_FOLDER: documents,
    SECRETARIAT_KEYS_FOLDER: keys,
    SECRETARIAT_WEB_PORT: String(webPort),
    SECRETARIAT_ORIGIN: `http://localhost:${webPort}`,
    SECRETARIAT_SECURE_COOKIES: "false",
  };
}

/** What one process is given besides: the owner's key goes only to those that change the tables. */
export function healthSetting(port: number): Environment {
  return { SECRETARIAT_HEALTH_PORT: String(port) };
}

export function ownerSetting(urls: DatabaseUrls): Environment {
  return { SECRETARIAT_OWNER_DATABASE_URL: urls.owner };
}
