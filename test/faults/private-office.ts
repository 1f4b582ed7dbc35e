import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { freePort } from "../../installer/local/free-port.ts";
import { inDatabase } from "../../installer/local/provision.ts";
import { launch, untilReady, type Running } from "../../installer/local/running.ts";
import { removeFolder } from "../../installer/local/service-folder.ts";
import {
  provision,
  readSecrets,
  startPostgres,
  startRedis,
} from "../../installer/local/services.ts";
import { healthSetting, ownerSetting, settings } from "../../installer/local/settings.ts";
import type { Environment } from "../../installer/local/settings.ts";

export const parts = ["web", "worker", "redis", "postgres"] as const;
export type Part = (typeof parts)[number];

/** A whole office of its own: real processes that write to disk as in production, each of which may be killed. */
export interface PrivateOffice {
  readonly origin: string;
  readonly environment: Environment;
  readonly superuserUrl: string;
  /** Ends one part without warning, as a power cut would, and starts it again. */
  kill(part: Part): Promise<void>;
  /** Asks one part to end, as an upgrade does; settles when it has. */
  stop(part: Part): Promise<void>;
  start(part: Part): Promise<void>;
  /** Runs the product in one of its other roles; returns its exit code and what it printed. */
  run(command: readonly string[], changed?: Environment): { code: number | null; output: string };
  close(): Promise<void>;
}

export async function openPrivateOffice(name: string): Promise<PrivateOffice> {
  const folder = join(process.env["SECRETARIAT_TEST_FOLDER"] ?? "", name);
  mkdirSync(join(folder, "log"), { recursive: true });
  cpSync("build/app", join(folder, "app"), { recursive: true }); // a build begun meanwhile must not be met
  const main = commandOf(folder);
  const { environment, superuserUrl, starts, running } = await prepare(folder);
  const start = async (part: Part): Promise<void> => {
    running.set(part, await starts[part]());
  };
  const restarts: Promise<void>[] = [];
  const restart = async (part: Part): Promise<void> => {
    process.kill(running.get(part)?.pid ?? 0, "SIGKILL");
    await running.get(part)?.exited;
    await start(part);
  };
  const run: PrivateOffice["run"] = (command, changed = {}) => {
    const env = { ...environment, ...changed };
    const ran = spawnSync(process.execPath, command, { env, encoding: "utf8", timeout: 120_000 });
    return { code: ran.status, output: ran.stdout + ran.stderr };
  };
  const migrated = run([...main, "migrate"]);
  if (migrated.code !== 0) {
    throw new Error(migrated.output);
  }
  await Promise.all([start("web"), start("worker")]);
  return {
    origin: `http://127.0.0.1:${environment["SECRETARIAT_WEB_PORT"] ?? ""}`,
    environment,
    superuserUrl,
    run: (command, changed) =>
      run(command[0]?.startsWith("-") ? command : [...main, ...command], changed),
    start,
    kill: (part) => {
      const back = restart(part);
      restarts.push(back);
      return back;
    },
    stop: async (part) => running.get(part)?.stop(),
    close: async () => {
      await Promise.allSettled(restarts); // what a failed test left coming up must not stay
      for (const part of parts) {
        await running.get(part)?.stop();
      }
      removeFolder(folder);
    },
  };
}

/** Starts the servers, and tells how each part is started again where the others look for it. */
async function prepare(folder: string) {
  const postgres = await startPostgres({ folder: join(folder, "postgres"), fsync: true });
  const redis = await startRedis({ folder: join(folder, "redis") });
  const secrets = readSecrets(join(folder, "secrets.json"));
  const urls = await provision({ postgres, secrets });
  const webPort = await freePort(0);
  const health = { web: await freePort(0), worker: await freePort(0) };
  const environment: Environment = {
    ...settings({ folder, urls, redisUrl: redis.url, webPort }),
    ...ownerSetting(urls),
    ...healthSetting(health.web),
    SECRETARIAT_LOG_LEVEL: "warn",
    SECRETARIAT_REQUESTS_PER_MINUTE: "1000000",
    PATH: process.env["PATH"] ?? "",
  };
  const role = (name: "web" | "worker") => () =>
    startRole(folder, name, { ...environment, ...healthSetting(health[name]) });
  return {
    environment,
    superuserUrl: inDatabase(postgres.superuserUrl, "secretariat"),
    running: new Map<Part, Running>([
      ["postgres", postgres],
      ["redis", redis],
    ]),
    starts: {
      postgres: () =>
        startPostgres({ folder: join(folder, "postgres"), port: postgres.port, fsync: true }),
      redis: () => startRedis({ folder: join(folder, "redis"), port: redis.port }),
      web: role("web"),
      worker: role("worker"),
    },
  };
}

function commandOf(folder: string): readonly string[] {
  return ["--enable-source-maps", join(folder, "app/main.js")];
}

async function startRole(folder: string, name: string, env: Environment): Promise<Running> {
  const command = [process.execPath, ...commandOf(folder), name];
  const log = join(folder, "log", `${name}.log`);
  const server = launch({ command, cwd: process.cwd(), log, env });
  const isReady = () => saysReady(Number(env["SECRETARIAT_HEALTH_PORT"]));
  await untilReady(server, { name, log, isReady });
  return server;
}

function saysReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path: "/healthz/ready", timeout: 4_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    }).on("error", () => resolve(false));
  });
}
