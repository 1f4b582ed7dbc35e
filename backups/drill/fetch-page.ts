import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { groupId, userId } from "../../installer/host/index.ts";
import type { BackupPlaces } from "../places.ts";
import { asSuperuser, type Reach } from "../postgres/as-superuser.ts";
import type { Copy } from "./application.ts";

const patienceSeconds = 60;

/**
 * Starts the application against a copy of which it can change nothing, and fetches a page from it. Answers with
 * what is wrong, or undefined.
 */
export async function fetchPage(
  places: BackupPlaces,
  copy: Copy,
  reach: Reach,
): Promise<string | undefined> {
  const password = randomBytes(16).toString("hex");
  const [redisPort, webPort, healthPort] = [await freePort(), await freePort(), await freePort()];
  const redis = startRedis(places, redisPort, password);
  const web = startWeb(places, {
    ...copy.environment,
    SECRETARIAT_REDIS_URL: `redis://:${password}@127.0.0.1:${redisPort}/0`,
    SECRETARIAT_WEB_PORT: String(webPort),
    SECRETARIAT_HEALTH_PORT: String(healthPort),
    SECRETARIAT_ORIGIN: `http://localhost:${webPort}`,
  });
  try {
    await answered(`http://127.0.0.1:${healthPort}/healthz/ready`, web);
    await forbidWriting(reach);
    return await judgePage(`http://127.0.0.1:${webPort}/`);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await Promise.all([end(web.child), end(redis)]);
  }
}

/** From now on the database itself refuses the application every change. */
async function forbidWriting(reach: Reach): Promise<void> {
  await asSuperuser(reach, async (client) => {
    await client.query("alter role secretariat_app set default_transaction_read_only = on");
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'secretariat_app'",
    );
  });
}

/** The page of signing in, or that of the closed door: both are drawn from the database. */
async function judgePage(address: string): Promise<string | undefined> {
  let told = "";
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const page = await fetch(address, { signal: AbortSignal.timeout(15_000) });
    const text = await page.text();
    if ([200, 403].includes(page.status) && text.includes("</html>")) {
      return undefined;
    }
    told = `the page answered ${page.status}`;
    await pause(500); // the pool has just lost its connections
  }
  return told;
}

interface Web {
  readonly child: ChildProcess;
  readonly log: () => string;
}

function startWeb({ application }: BackupPlaces, env: Readonly<Record<string, string>>): Web {
  const main = join(application.build, "app/main.js");
  const child = spawn(application.node, [main, "web"], {
    ...owner(application.user),
    cwd: "/",
    env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  }
  return { child, log: () => said.trim().split("\n").slice(-3).join(" ") };
}

/** Its settings go in by standard input, so that no list of processes shows the password. */
function startRedis({ application }: BackupPlaces, port: number, password: string): ChildProcess {
  const child = spawn("redis-server", ["-"], {
    ...owner(application.user),
    cwd: "/",
    env: { PATH: "/usr/bin:/bin" },
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.on("error", () => undefined); // the application will say that it is missing
  const lines = ["bind 127.0.0.1", `port ${port}`, `requirepass ${password}`, 'save ""'];
  child.stdin?.end(`${lines.join("\n")}\nappendonly no\n`);
  return child;
}

async function answered(address: string, { child, log }: Web): Promise<void> {
  for (const until = Date.now() + patienceSeconds * 1000; Date.now() < until;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the application ended at once: ${log()}`);
    }
    const health = await fetch(address, { signal: AbortSignal.timeout(3_000) }).catch(
      () => undefined,
    );
    await health?.text();
    if (health?.status === 200) {
      return;
    }
    await pause(200);
  }
  throw new Error(`the application was not ready in ${patienceSeconds} s: ${log()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 25_000);
  await ended;
  clearTimeout(hard);
}

function owner(user: string): { uid?: number; gid?: number } {
  const [uid, gid] = [userId(user), groupId(user)];
  return process.getuid?.() === 0 && uid !== undefined && gid !== undefined ? { uid, gid } : {};
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
