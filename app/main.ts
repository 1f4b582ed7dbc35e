import { createServer } from "node:http";
import { once } from "node:events";
import { closeDatabase, config, log, projectFile } from "./base/index.ts";
import { startHealth } from "./base/health.ts";
import { migrate } from "./base/migrate.ts";
import { closeRedis } from "./base/redis.ts";

const [role = "web"] = process.argv.slice(2);
const stopping = new AbortController();
process.once("SIGTERM", () => stopping.abort());
process.once("SIGINT", () => stopping.abort());

const roles: Readonly<Record<string, () => Promise<void>>> = {
  web: serve,
  worker: work,
  migrate: bringForward,
  demonstration: demonstrate,
  verify: verifyRecord,
};

await run();

async function run(): Promise<void> {
  const start = roles[role];
  if (!start) {
    process.stderr.write(`There is no role ${role}; choose ${Object.keys(roles).join(", ")}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    await start();
  } catch (error) {
    log.fatal({ err: error }, "Could not go on");
    process.exitCode ||= 1;
  } finally {
    await closeDatabase();
    closeRedis();
  }
}

/** Answers requests until told to stop; then lets those under way finish. */
async function serve(): Promise<void> {
  const { webApplication } = await import("./web.ts");
  const server = createServer(webApplication());
  server.listen(config().WEB_PORT);
  await once(server, "listening");
  const health = startHealth();
  log.info({ port: config().WEB_PORT }, "Web started");
  await untilStopped();
  server.close();
  server.closeIdleConnections();
  await once(server, "close");
  health.close();
  log.info("Web stopped");
}

async function work(): Promise<void> {
  const { runWorker } = await import("./worker.ts");
  const health = startHealth();
  log.info("Worker started");
  await runWorker(stopping.signal);
  health.close();
  health.closeAllConnections();
  log.info("Worker stopped");
}

async function bringForward(): Promise<void> {
  const owner = config().OWNER_DATABASE_URL;
  if (!owner) {
    throw new Error("SECRETARIAT_OWNER_DATABASE_URL is needed to migrate");
  }
  const steps = await migrate(owner, projectFile("build/app/migrations"));
  log.info({ steps }, "Database is up to date");
}

async function demonstrate(): Promise<void> {
  const { loadDemonstration } = await import("./demonstration/index.ts");
  await loadDemonstration();
}

async function verifyRecord(): Promise<void> {
  const { verifyAndReport } = await import("./audit/index.ts");
  process.exitCode = (await verifyAndReport()) ? 0 : 1;
}

function untilStopped(): Promise<unknown> {
  return stopping.signal.aborted ? Promise.resolve() : once(stopping.signal, "abort");
}
