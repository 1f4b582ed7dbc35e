import { join } from "node:path";
import { buildAlone } from "./build-alone.ts";
import { withCredentials } from "./credentials.ts";
import { currentRun, isRunning } from "./current-run.ts";
import { freePort } from "./free-port.ts";
import { varFolder } from "./places.ts";
import { runProgram } from "./run-program.ts";
import { provision, readSecrets, startPostgres, startRedis } from "./services.ts";
import { healthSetting, ownerSetting, settings } from "./settings.ts";
import type { Environment } from "./settings.ts";
import { product } from "./start-role.ts";
import { Advice, step } from "./step.mjs";

/** Walks the chains of the local database: the one `npm start` runs, or the one it left. */
export async function verify(args: readonly string[]): Promise<number> {
  await buildAlone();
  const environment = currentRun() ?? (await step("Postgres and Redis", startLeftServices));
  const env = { ...environment, ...healthSetting(await freePort(0)) };
  const given = withCredentials(env, join(varFolder, "credentials", "verify"));
  return runProgram([...product("verify"), ...args], { env: given });
}

async function startLeftServices(): Promise<Environment> {
  if (isRunning()) {
    throw new Advice("npm start is still starting. Wait until it prints the address.");
  }
  const postgres = await startPostgres({ folder: join(varFolder, "postgres"), fsync: true });
  const redis = await startRedis({ folder: join(varFolder, "redis") });
  const secrets = readSecrets(join(varFolder, "secrets.json"));
  const urls = await provision({ postgres, secrets });
  const webPort = await freePort(0);
  return {
    ...settings({ folder: varFolder, urls, redisUrl: redis.url, webPort }),
    ...ownerSetting(urls),
  };
}
