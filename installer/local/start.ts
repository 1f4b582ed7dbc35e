import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildAlone } from "./build-alone.ts";
import { beginAgain } from "./begin-again.ts";
import { withCredentials } from "./credentials.ts";
import { currentRun, isRunning, noteRun, shareSettings } from "./current-run.ts";
import {
  demonstrationProgress,
  discardHalfDemonstration,
  noteDemonstration,
} from "./demonstration.ts";
import { freePort } from "./free-port.ts";
import { keepAlive } from "./keep-alive.ts";
import { varFolder } from "./places.ts";
import { runProgram } from "./run-program.ts";
import { provision, readSecrets, startPostgres, startRedis } from "./services.ts";
import type { DatabaseUrls, Postgres } from "./services.ts";
import { healthSetting, ownerSetting, settings } from "./settings.ts";
import type { Environment } from "./settings.ts";
import { endLeftRoles, product, startRole } from "./start-role.ts";
import { Advice, explain, step } from "./step.mjs";
import { isStopping, stopAll, stopOnSignals } from "./stopping.ts";
import { welcome } from "./welcome.ts";

const wished = { web: 8080, webHealth: 9180, workerHealth: 9181, postgres: 5460, redis: 6390 };

stopOnSignals(0);
try {
  await start(process.argv.slice(2));
} catch (error) {
  if (!isStopping()) {
    explain(error);
    await stopAll();
    process.exit(1);
  }
}

async function start(options: readonly string[]): Promise<void> {
  refuseSecondRun();
  mkdirSync(varFolder, { recursive: true });
  noteRun();
  await endLeftRoles();
  if (options.includes("--fresh")) {
    await step("Everything of the last run is thrown away", beginAgain);
  }
  const [, services] = await Promise.all([buildAlone(), step("Postgres and Redis", startServices)]);
  await loadDatabase(services);
  await step("Web and worker", () => startRoles(services.environment));
  shareSettings({ ...services.environment, ...ownerSetting(services.urls) });
  welcome(services.environment["SECRETARIAT_ORIGIN"] ?? "");
}

function refuseSecondRun(): void {
  if (isRunning()) {
    const address = currentRun()?.["SECRETARIAT_ORIGIN"] ?? "and is still starting";
    throw new Advice(`It already runs (${address}). Stop that one first with Ctrl-C.`);
  }
}

interface Services {
  readonly postgres: Postgres;
  readonly urls: DatabaseUrls;
  readonly environment: Environment;
}

async function startServices(): Promise<Services> {
  const postgres = await keepOnItsPort("Postgres", wished.postgres, (port) =>
    startPostgres({ folder: join(varFolder, "postgres"), port, fsync: true }),
  );
  const redis = await keepOnItsPort("Redis", wished.redis, (port) =>
    startRedis({ folder: join(varFolder, "redis"), port }),
  );
  await discardHalfDemonstration(postgres.superuserUrl);
  const secrets = readSecrets(join(varFolder, "secrets.json"));
  const urls = await provision({ postgres, secrets });
  const webPort = await freePort(wished.web, "the web server");
  const environment = settings({ folder: varFolder, urls, redisUrl: redis.url, webPort });
  return { postgres, urls, environment };
}

/** Others know it by its port: a server that is started again keeps it. */
function keepOnItsPort<Kind extends Awaited<ReturnType<typeof startPostgres | typeof startRedis>>>(
  name: string,
  wish: number,
  launch: (port: number) => Promise<Kind>,
): Promise<Kind> {
  let port = wish;
  return keepAlive(name, async () => {
    const server = await launch(port);
    port = server.port;
    return server;
  });
}

async function loadDatabase({ postgres, urls, environment }: Services): Promise<void> {
  const env = {
    ...environment,
    ...ownerSetting(urls),
    ...healthSetting(0),
    SECRETARIAT_LOG_LEVEL: "warn",
  };
  await step("Migrations", () => runRole("migrate", env));
  if ((await demonstrationProgress(postgres.superuserUrl)) === "none") {
    await noteDemonstration(postgres.superuserUrl, "loading");
    await step("The demonstration secretariat", () =>
      runRole("demonstration", withoutWaiting(env)),
    );
    await noteDemonstration(postgres.superuserUrl, "loaded");
  }
}

/** A demonstration that dies is loaded again from the start, so that no step of it need wait for the disk. */
function withoutWaiting(env: Environment): Environment {
  const url = new URL(env["SECRETARIAT_DATABASE_URL"] ?? "");
  url.searchParams.set("options", "-c synchronous_commit=off");
  return { ...env, SECRETARIAT_DATABASE_URL: url.href };
}

async function runRole(role: string, env: Environment): Promise<void> {
  const folder = join(varFolder, "credentials", role);
  const given = withCredentials(env, folder);
  const code = await runProgram(product(role), { env: given, output: "progress" });
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) {
    throw new Advice(`${role} failed (${code}); what it said stands above.`);
  }
}

async function startRoles(environment: Environment): Promise<void> {
  const webHealth = await freePort(wished.webHealth, "the health of the web server");
  const workerWish = Math.max(wished.workerHealth, webHealth + 1);
  const workerHealth = await freePort(workerWish, "the health of the worker");
  // What starts first stops last: no request may meet a worker that is gone.
  await Promise.all([
    keepAlive("The worker", () =>
      startRole("worker", { ...environment, ...healthSetting(workerHealth) }),
    ),
    keepAlive("The web server", () =>
      startRole("web", { ...environment, ...healthSetting(webHealth) }),
    ),
  ]);
}
