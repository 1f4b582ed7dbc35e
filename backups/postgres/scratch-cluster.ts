import { existsSync } from "node:fs";
import { chmod, lchown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CommandFailed, capture, mustRun, userId, groupId } from "../../installer/host/index.ts";
import { leftBehind, ownMark } from "../left-behind.ts";
import type { BackupPlaces } from "../places.ts";
import { asSuperuser, type Reach } from "./as-superuser.ts";
import { stopLeft } from "./stop-left.ts";

/** What becomes of the WAL the cluster writes: nothing, or it waits in its folder until the real start. */
type Archiving = "off" | "later";

export interface ScratchCluster {
  readonly reach: Reach;
  readonly stop: () => Promise<void>;
}

interface Wanted {
  readonly data: string;
  /** Socket, settings and log lie here; it is root's. */
  readonly folder: string;
  readonly archiving: Archiving;
  /** Replaying WAL takes its time. */
  readonly patienceSeconds?: number;
}

const port = 5432;

/** Starts Postgres on restored data, with a socket only: nobody but this host can reach it, and no port is taken. */
export async function startScratchCluster(
  places: BackupPlaces,
  { data, folder, archiving, patienceSeconds = 6 * 3600 }: Wanted,
): Promise<ScratchCluster> {
  const { user, binaries, database } = places.postgres;
  const settings = await writeSettings(places, folder, archiving);
  const log = join(folder, "postgres.log");
  await writeOwned(user, log, "");
  const control = [join(binaries, "pg_ctl"), "-D", data, "-l", log, "-t", String(patienceSeconds)];
  const start = await capture([...control, "-w", "-o", `-c config_file=${settings}`, "start"], {
    user,
    timeoutSeconds: patienceSeconds + 30,
  });
  const reach = { socket: join(folder, "socket"), port, user, database };
  const isUp = start.code === 0 && (await hasReplayed(reach, data, patienceSeconds));
  if (!isUp) {
    const told = await readFile(log, "utf8").catch(() => "");
    await capture([...control, "-m", "immediate", "stop"], { user });
    throw new CommandFailed(control, { ...start, errors: told });
  }
  const stop = async (): Promise<void> => {
    await mustRun([...control, "-w", "-m", "fast", "stop"], { user, timeoutSeconds: 600 });
  };
  return { reach, stop };
}

/** Replay goes on after the start; Postgres ends by itself where it cannot reach its target. */
async function hasReplayed(reach: Reach, data: string, patienceSeconds: number): Promise<boolean> {
  for (const until = Date.now() + patienceSeconds * 1000; Date.now() < until;) {
    const isDone = await asSuperuser(reach, async (client) => {
      const found = await client.query<{ isReplaying: boolean }>(
        'select pg_is_in_recovery() as "isReplaying"',
      );
      return found.rows[0]?.isReplaying === false;
    }).catch(() => false);
    if (isDone) {
      return true;
    }
    if (!(await isLive(data))) {
      return false;
    }
    await pause(100);
  }
  return false;
}

const kinds = ["trial", "restore"] as const;

/**
 * A folder of this process that others may only pass through: root alone names what lies in it, so that nobody lays
 * a link in its way. What runs that were killed left, each a whole copy of the office, goes first.
 */
export async function makeScratchFolder(
  places: Pick<BackupPlaces, "scratch">,
  kind: (typeof kinds)[number],
): Promise<string> {
  await removeLeft(places);
  const folder = join(places.scratch, `${kind}-${await ownMark()}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o711 });
  await chmod(folder, 0o711);
  return folder;
}

async function removeLeft({ scratch }: Pick<BackupPlaces, "scratch">): Promise<void> {
  for (const folder of await leftBehind(scratch, kinds)) {
    await stopLeft(join(folder, "data"));
    await rm(folder, { recursive: true, force: true });
  }
}

/** An empty folder for data, as Postgres demands it: nobody else may look in. */
export async function makeDataFolder(places: BackupPlaces, path: string): Promise<string> {
  await mkdir(path, { mode: 0o700 });
  await chmod(path, 0o700);
  await giveTo(places.postgres.user, path);
  return path;
}

export async function giveTo(user: string, path: string): Promise<void> {
  const [uid, gid] = [userId(user), groupId(user)];
  if (process.getuid?.() === 0 && uid !== undefined && gid !== undefined) {
    await lchown(path, uid, gid); // never what a link points to
  }
}

/** Nothing of the host's own settings is used, so that a wrong one cannot keep a restore from being tried. */
async function writeSettings(
  { postgres }: BackupPlaces,
  folder: string,
  archiving: Archiving,
): Promise<string> {
  const socket = join(folder, "socket");
  await mkdir(socket, { recursive: true });
  await chmod(socket, 0o711); // whoever may pass reaches the cluster, which is guarded by passwords and by who one is
  await giveTo(postgres.user, socket);
  const access = join(folder, "pg_hba.conf");
  await writeOwned(
    postgres.user,
    access,
    "local all postgres peer map=ours\nlocal all all scram-sha-256\n",
  );
  const people = join(folder, "pg_ident.conf");
  await writeOwned(postgres.user, people, `ours root postgres\nours ${postgres.user} postgres\n`);
  const lines = [
    "listen_addresses = ''",
    `port = ${port}`,
    `unix_socket_directories = '${socket}'`,
    `hba_file = '${access}'`,
    `ident_file = '${people}'`,
    "hot_standby = off",
    "max_connections = 200",
    "shared_buffers = 128MB",
    "timezone = 'UTC'",
    "jit = off",
    ...(archiving === "off"
      ? ["archive_mode = off"]
      : ["archive_mode = on", "archive_command = '/bin/false'"]),
  ];
  const path = join(folder, "postgresql.conf");
  await writeOwned(postgres.user, path, `${lines.join("\n")}\n`);
  return path;
}

async function writeOwned(user: string, path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  await giveTo(user, path);
}

/** Whether a Postgres runs on this data folder. */
export async function isLive(data: string): Promise<boolean> {
  const note = join(data, "postmaster.pid");
  if (!existsSync(note)) {
    return false;
  }
  const process = Number((await readFile(note, "utf8")).split("\n")[0]);
  const running = await readFile(`/proc/${process}/cmdline`, "utf8").catch(() => "");
  return running.includes("postgres");
}
