import { chownSync, existsSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { freePort } from "./free-port.ts";
import { endLeftOver, remember } from "./processes.ts";
import { launch, untilReady } from "./running.ts";
import type { Running } from "./running.ts";
import { readSecrets } from "./secrets.ts";
import { serviceFolder } from "./service-folder.ts";
import { serviceUser } from "./service-user.ts";
import { Advice } from "./step.mjs";

export interface Redis extends Running {
  readonly port: number;
  readonly url: string;
}

interface Options {
  /** Under `var/`; the password lies in `secrets.json` beside it, the log in `log/` beside it. */
  readonly folder: string;
  /** The wished port; another is taken when somebody has it. Left out: any. */
  readonly port?: number;
}

/** Starts a private Redis that forgets nothing it acknowledged and never evicts. */
export async function startRedis({ folder, port = 0 }: Options): Promise<Redis> {
  const { redis: password } = readSecrets(join(dirname(folder), "secrets.json"));
  const note = join(dirname(folder), "redis.process");
  await endLeftOver(note);
  const home = serviceFolder(folder);
  const chosen = await freePort(port, "Redis");
  const settings = writeSettings(home, { port: chosen, password });
  const log = join(dirname(folder), "log", "redis.log");
  const server = launch({ ...program(settings), log, env: {}, user: serviceUser() });
  remember(note, server.pid);
  const isReady = (): Promise<boolean> => answers(chosen, password);
  await untilReady(server, { name: "Redis", log, isReady });
  return { ...server, port: chosen, url: `redis://:${password}@127.0.0.1:${chosen}/0` };
}

/** The program answers to two names; which of them it is called by decides what it does. */
function program(settings: string): { command: readonly string[]; name: string } {
  const places = [
    "/usr/bin/redis-server",
    "/usr/local/bin/redis-server",
    "/usr/bin/redis-check-rdb",
  ];
  const found = places.find((place) => existsSync(place));
  if (!found) {
    throw new Advice("Redis is not installed. Run: apt-get install redis-tools");
  }
  return { command: [found, settings], name: "redis-server" };
}

function writeSettings(
  home: string,
  { port, password }: { port: number; password: string },
): string {
  const file = join(home, "redis.conf");
  const lines = [
    "bind 127.0.0.1",
    `port ${port}`,
    `dir "${home}"`,
    `requirepass ${password}`,
    "appendonly yes",
    "appendfsync everysec",
    'save ""',
    "maxmemory-policy noeviction",
    "",
  ];
  writeFileSync(file, lines.join("\n"), { mode: 0o600 });
  const user = serviceUser();
  if (user) {
    chownSync(file, user.uid, user.gid);
  }
  return file;
}

function answers(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`AUTH ${password}\r\nPING\r\nQUIT\r\n`);
    });
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("error", () => resolve(false));
    socket.on("close", () => resolve(answer.includes("+PONG")));
  });
}
