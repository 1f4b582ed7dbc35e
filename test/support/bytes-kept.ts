import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { Redis } from "ioredis";
import { config } from "../../app/base/index.ts";
import { postgresBinaries } from "../../installer/local/postgres-binaries.ts";
import { superuserUrl } from "./sandbox.ts";

/** The names and the content of every file below a folder, in one piece. */
export function bytesBelow(folder: string): Buffer {
  const entries = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
    : [];
  return Buffer.concat(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .flatMap((path) => [Buffer.from(`${path}\n`), readFileSync(path)]),
  );
}

/** All of it, as whoever steals a backup has it. */
export function dumpOfDatabase(): Buffer {
  const url = new URL(superuserUrl());
  const program = join(postgresBinaries(""), "pg_dump");
  const database = new URL(config().DATABASE_URL).pathname.slice(1);
  const whereFrom = ["-h", url.hostname, "-p", url.port, "-U", url.username, "-d", database];
  const dumped = spawnSync(program, whereFrom, {
    env: { PGPASSWORD: decodeURIComponent(url.password), LANG: "C.UTF-8" },
    maxBuffer: 2 ** 31 - 1,
  });
  expect(dumped.status, dumped.stderr.toString()).to.equal(0);
  return dumped.stdout;
}

/** What it keeps on the disk: every command it ever took. */
export async function keptByRedis(): Promise<Buffer> {
  const redis = new Redis(config().REDIS_URL);
  try {
    const [, folder = ""] = (await redis.config("GET", "dir")) as string[];
    return bytesBelow(folder);
  } finally {
    redis.disconnect();
  }
}
