import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createCluster } from "./create-cluster.ts";
import { freePort } from "./free-port.ts";
import { endPostgresLeftIn, isPostgresReady } from "./postgres-note.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { launch, untilReady } from "./running.ts";
import type { Running } from "./running.ts";
import { readSecrets } from "./secrets.ts";
import { serviceFolder } from "./service-folder.ts";
import { serviceUser } from "./service-user.ts";
import { Advice } from "./step.mjs";

export interface Postgres extends Running {
  readonly port: number;
  /** Where its socket lies; undefined when the path is too long for one. */
  readonly socketFolder: string | undefined;
  readonly superuserUrl: string;
}

interface Options {
  /** Under `var/`; the passwords lie in `secrets.json` beside it, the log in `log/` beside it. */
  readonly folder: string;
  /** The wished port; another is taken when somebody has it. Left out: any. */
  readonly port?: number;
  /** Off only for tests: a crash of the machine then loses the database. */
  readonly fsync: boolean;
}

interface Settings extends Options {
  readonly data: string;
  readonly port: number;
  readonly socketFolder: string | undefined;
}

const longestSocketFolder = 85;
const attempts = 6;

/** Starts a private Postgres that shares nothing with the system's own. */
export async function startPostgres({ folder, port = 0, fsync }: Options): Promise<Postgres> {
  const { superuser } = readSecrets(join(dirname(folder), "secrets.json"));
  const home = serviceFolder(folder);
  const data = join(home, "data");
  await endPostgresLeftIn(data);
  if (!existsSync(data)) {
    await createCluster({ data, password: superuser, fsync });
  }
  const socketFolder = Buffer.byteLength(home) <= longestSocketFolder ? home : undefined;
  const chosen = await freePort(port, "Postgres");
  const server = await run({ folder, data, port: chosen, socketFolder, fsync }, attempts);
  const superuserUrl = `postgresql://postgres:${superuser}@127.0.0.1:${chosen}/postgres`;
  return { ...server, port: chosen, socketFolder, superuserUrl };
}

async function run(settings: Settings, attemptsLeft: number): Promise<Running> {
  const log = join(dirname(settings.folder), "log", "postgres.log");
  const server = launch({
    command: [join(postgresBinaries(settings.data), "postgres"), ...options(settings)],
    log,
    env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" },
    user: serviceUser(),
    stopSignal: "SIGINT", // the fast shutdown: sessions are ended, nothing is lost
  });
  const isReady = async (): Promise<boolean> => isPostgresReady(settings.data, server.pid);
  try {
    await untilReady(server, { name: "Postgres", log, isReady });
    return server;
  } catch (error) {
    // The sessions of a killed Postgres live on for a moment and hold its shared memory.
    const passing = error instanceof Advice && error.message.includes("shared memory block");
    if (!passing || attemptsLeft === 0) {
      throw error;
    }
    await sleep(500);
    return run(settings, attemptsLeft - 1);
  }
}

function options({ data, port, socketFolder, fsync }: Settings): readonly string[] {
  const durable = { shared_buffers: "256MB", wal_compression: "on" };
  const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: socketFolder ?? "",
    max_connections: "200",
    timezone: "UTC",
    jit: "off",
    ...(fsync ? durable : careless),
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", data, "-p", String(port), ...pairs];
}
