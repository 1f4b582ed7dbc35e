import { once } from "node:events";
import type { Server } from "node:http";
import { closeDatabase, config, log, projectFile } from "./base/index.ts";
import { startHealth } from "./base/health.ts";
import { stopWorking } from "./base/jobs.ts";
import { closeRedis } from "./base/redis.ts";
import { refuseUnsafeDatabase } from "./base/refuse-unsafe-database.ts";
import { asTask } from "./base/standpoint.ts";
import { serveWatched } from "./base/serve-watched.ts";

const [role = "web"] = process.argv.slice(2);
const stopping = new AbortController();
const longestGoodbye = 20_000;
process.once("SIGTERM", endSoon);
process.once("SIGINT", endSoon);
process.once("unhandledRejection", giveUp);
process.once("uncaughtException", giveUp);

const roles: Readonly<Record<string, () => Promise<void>>> = {
  web: answer,
  worker: work,
  migrate: bringForward,
  demonstration: demonstrate,
  verify: verifyRecord,
  "break-glass": breakTheGlass,
  "first-administrator": makeFirstAdministrator,
  "open-networks": openTheDoor,
  keys: changeKeys,
  office: keepOffice,
  "read-only": switchReadOnly,
  announce: announceToAll,
  deliveries: lookAtDeliveries,
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
async function answer(): Promise<void> {
  const { webApplication } = await import("./web.ts");
  const { serve, stopServing } = await import("./web/serve.ts");
  const { readyProviders } = await import("./single-sign-on/index.ts");
  readyProviders(); // what cannot be used is told now, not to the first who signs in
  const application = webApplication();
  await refuseUnsafeDatabase(stopping.signal);
  if (stopping.signal.aborted) {
    return;
  }
  const server = await serve(application);
  const health = startHealth();
  log.info({ port: config().WEB_PORT }, "Web started");
  void serveWatched(stopping.signal);
  await untilStopped();
  await stopServing(server);
  endHealth(health);
  await stopWorking(); // whoever queued something, or counted what is queued, holds a connection of its own
  log.info("Web stopped");
}

async function work(): Promise<void> {
  const { runWorker } = await import("./worker.ts");
  await refuseUnsafeDatabase(stopping.signal);
  const health = startHealth();
  log.info("Worker started");
  void serveWatched(stopping.signal);
  stopping.signal.addEventListener("abort", endInTime);
  await runWorker(stopping.signal);
  endHealth(health);
  log.info("Worker stopped");
}

/** Web and worker end what is under way; everything else holds nothing that Postgres does not undo by itself. */
function endSoon(): void {
  stopping.abort();
  if (role !== "web" && role !== "worker") {
    log.warn("Told to stop");
    process.exit(143);
  }
}

function endHealth(health: Server): void {
  health.close();
  health.closeAllConnections();
}

/** Without Redis the queue cannot be left in good order; what was under way is done by the next worker. */
function endInTime(): void {
  setTimeout(() => {
    log.warn("Work under way did not end in time");
    process.exit(1);
  }, longestGoodbye).unref();
}

/** A defect nobody caught: the state of this process is not known, so another is started in its place. */
function giveUp(error: unknown): void {
  log.fatal({ err: error }, "Defect outside any request or job");
  process.exit(70);
}

async function bringForward(): Promise<void> {
  const owner = config().OWNER_DATABASE_URL;
  if (!owner) {
    throw new Error("SECRETARIAT_OWNER_DATABASE_URL is needed to migrate");
  }
  const { migrate } = await import("./base/migrate.ts");
  const steps = await migrate(owner, projectFile("build/app/migrations"));
  log.info({ steps }, "Database is up to date");
}

async function demonstrate(): Promise<void> {
  const { loadDemonstration } = await import("./demonstration/index.ts");
  await refuseUnsafeDatabase(stopping.signal);
  await asTask("demonstration", loadDemonstration);
}

/** The way back when everybody is shut out: the door to unknown networks opens within seconds. */
async function openTheDoor(): Promise<void> {
  const { openNetworks } = await import("./networks/index.ts");
  await refuseUnsafeDatabase(stopping.signal);
  await asTask("start", openNetworks);
  process.stdout.write(`${JSON.stringify({ isOpen: true })}\n`);
}

async function verifyRecord(): Promise<void> {
  const { verifyAndReport } = await import("./audit/index.ts");
  await refuseUnsafeDatabase(stopping.signal);
  process.exitCode = (await asTask("verify", verifyAndReport)) ? 0 : 1;
}

async function changeKeys(): Promise<void> {
  const { keysCommand } = await import("./keys.ts");
  await obey(keysCommand, "chore");
}

/** Somebody who lets the others in; asked on stdin and answered on stdout, both in JSON. */
async function makeFirstAdministrator(): Promise<void> {
  const { firstAdministrator } = await import("./first-administrator.ts");
  await refuseUnsafeDatabase(stopping.signal);
  await asTask("start", firstAdministrator);
}

/** Opens the office for reading only, or for all work again. */
async function switchReadOnly(): Promise<void> {
  const { readOnlyCommand } = await import("./service-commands.ts");
  await obey(readOnlyCommand);
}

/** Puts words on top of every page for a while. */
async function announceToAll(): Promise<void> {
  const { announceCommand } = await import("./service-commands.ts");
  await obey(announceCommand);
}

/** What was given up after its last attempt is shown, or tried anew. */
async function lookAtDeliveries(): Promise<void> {
  const { deliveriesCommand } = await import("./service-commands.ts");
  await obey(deliveriesCommand);
}

type Command = (given: readonly string[], say: (text: string) => void) => Promise<boolean>;

async function obey(command: Command, task: "start" | "chore" = "start"): Promise<void> {
  await refuseUnsafeDatabase(stopping.signal);
  const say = (text: string) => void process.stdout.write(text);
  const isDone = await asTask(task, () => command(process.argv.slice(3), say));
  process.exitCode = isDone ? 0 : 2;
}

/** Lets an account come in though every other door is shut; see `app/access/break-glass`. */
async function breakTheGlass(): Promise<void> {
  const { breakGlassCommand } = await import("./access/index.ts");
  await refuseUnsafeDatabase(stopping.signal);
  const say = (text: string) => process.stdout.write(text);
  const isDone = await asTask("start", () => breakGlassCommand(process.argv.slice(3), say));
  process.exitCode = isDone ? 0 : 2;
}

/** Brings an office in, tries it and takes it out, for `secretariat office`; asked and answered in JSON. */
async function keepOffice(): Promise<void> {
  const { officeCommand } = await import("./offices/index.ts");
  await import("./modules.ts"); // so that what is recorded finds every listener
  await refuseUnsafeDatabase(stopping.signal);
  const isDone = await asTask("start", () => officeCommand(process.argv.slice(3)));
  process.exitCode = isDone ? 0 : 1;
}

function untilStopped(): Promise<unknown> {
  return stopping.signal.aborted ? Promise.resolve() : once(stopping.signal, "abort");
}
