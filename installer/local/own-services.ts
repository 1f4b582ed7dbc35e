import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { provision, readSecrets, startPostgres, startRedis } from "./services.ts";
import { healthSetting, ownerSetting, settings } from "./settings.ts";
import type { Environment } from "./settings.ts";

interface Options {
  readonly folder: string;
  readonly fsync: boolean;
  readonly database: string;
}

/** Starts a Postgres and a Redis for one task alone and answers with the settings to reach them. */
export async function startOwnServices({ folder, fsync, database }: Options): Promise<Environment> {
  const [postgres, redis] = await Promise.all([
    startPostgres({ folder: join(folder, "postgres"), fsync }),
    startRedis({ folder: join(folder, "redis") }),
  ]);
  const secrets = readSecrets(join(folder, "secrets.json"));
  const urls = await provision({ postgres, secrets, database });
  const webPort = await freePort(0);
  return {
    ...settings({ folder, urls, redisUrl: redis.url, webPort }),
    ...ownerSetting(urls),
    ...healthSetting(await freePort(0)),
    SECRETARIAT_TEST_SUPERUSER_URL: postgres.superuserUrl,
    SECRETARIAT_TEST_FOLDER: folder,
  };
}
