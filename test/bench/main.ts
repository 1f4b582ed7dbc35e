import { closeDatabase, config } from "../../app/base/index.ts";
import { closeRedis } from "../../app/base/redis.ts";
import type { BareOrder } from "./bare-server.ts";
import { captureAll, type Captured } from "./capture.ts";
import { gatherCast } from "./cast.ts";
import { readMemory } from "./memory.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { startProduct, startProgram, type Running } from "./product.ts";
import { measureAll, type Report } from "./report.ts";
import { required } from "./required.ts";
import { measureRowSecurity } from "./row-security.ts";
import { fullSize, quickSize } from "./size.ts";
import { openPages, tableOfPages } from "./open-pages.ts";
import { openOverSlowLink } from "./slow-link.ts";
import { tableOf } from "./table.ts";

const asked = new Set(process.argv.slice(2));
const only = [...asked].find((one) => one.startsWith("--only="))?.slice("--only=".length);

const prepared = asked.has("--prepared");

// Sessions and queues of its own, where a test gave us servers that others use too.
process.env["SECRETARIAT_REDIS_URL"] = new URL("/7", required("SECRETARIAT_REDIS_URL")).href;

const size = asked.has("--quick") ? quickSize : fullSize;
const database = await prepareDatabase(size);
const cast = await gatherCast(database.superuser);
if (asked.has("--pages")) {
  await pages();
} else if (asked.has("--row-security")) {
  await rowSecurity();
} else {
  const report = await bench();
  process.stdout.write(`${asked.has("--json") ? JSON.stringify(report) : tableOf(report)}\n`);
}

async function rowSecurity(): Promise<void> {
  const captured = (await captureAll(database, cast)).filter(isAsked);
  const figures = await measureRowSecurity({ database, cast, size }, captured);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  closeRedis();
  await closeDatabase();
}

async function pages(): Promise<void> {
  const opened = await openPages(database, cast);
  process.stdout.write(`${asked.has("--json") ? JSON.stringify(opened) : tableOfPages(opened)}\n`);
  closeRedis();
  await closeDatabase();
}

async function bench(): Promise<Report> {
  const running: Running[] = [];
  try {
    const worker = await started(running, startProduct("worker", database.app));
    const captured = (await captureAll(database, cast)).filter(isAsked);
    const web = await started(running, startProduct("web", database.app));
    const bare = await started(
      running,
      startProgram("test/bench/bare-server.ts", bareOrder(database.app, captured)),
    );
    const stage = { database, cast, size, gzip: asked.has("--gzip"), prepared };
    const figures = await measureAll(
      { ...stage, webPort: web.port, barePort: bare.port },
      captured,
    );
    const inbox = { origin: `http://127.0.0.1:${web.port}`, cookie: cast.busy.cookie };
    const slowLink = only === undefined ? await openOverSlowLink(inbox) : undefined;
    const pids = { web: web.pid, worker: worker.pid };
    return { ...figures, slowLink, memory: await readMemory(database.superuser, pids) };
  } finally {
    await Promise.all(running.map((one) => one.stop()));
    closeRedis();
    await closeDatabase();
  }
}

async function started(all: Running[], one: Promise<Running>): Promise<Running> {
  const running = await one;
  all.push(running);
  return running;
}

function isAsked({ operation }: Captured): boolean {
  return only === undefined || operation.name === only;
}

function bareOrder(databaseUrl: string, captured: readonly Captured[]): BareOrder {
  return {
    databaseUrl,
    prepared,
    pool: config().DATABASE_POOL,
    pages: captured
      .filter(({ operation }) => operation.kind === "page")
      .map(({ path, statements, last }) => ({
        path,
        statements,
        body: last.body.toString("utf8"),
        type: last.type,
      })),
  };
}
