import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { readPlaces, writtenPlaces, type BackupPlaces } from "../../../../backups/places.ts";
import {
  archiveTimeoutSeconds,
  passphraseFile,
  renderPassphrase,
  renderPgbackrest,
} from "../../../../backups/conf/render.ts";
import { archiveCommand } from "../../../../backups/engine/pgbackrest.ts";
import { asSuperuser } from "../../../../backups/postgres/as-superuser.ts";
import { provision as makeDatabase } from "../../../../installer/database/provision.ts";
import { capture, groupId, mustRun, userId } from "../../../../installer/host/index.ts";
import { buildAlone } from "../../../../installer/local/build-alone.ts";
import { root } from "../../../../installer/local/places.ts";

export const postgresUser = "postgres";
const applicationUser = "www-data";
const binaries = "/usr/lib/postgresql/15/bin";

/** An office of its own with everything backups need: a cluster with an archive, documents, keys, passphrases. */
export interface Office {
  readonly folder: string;
  readonly places: BackupPlaces;
  readonly placesFile: string;
  /** Runs SQL as the superuser and answers with the rows. */
  readonly sql: <Row extends object = Record<string, unknown>>(text: string) => Promise<Row[]>;
  /** So many letters with documents more. */
  readonly grow: (count: number) => Promise<void>;
  readonly start: () => Promise<void>;
  /** `immediate` is a death: nothing is written to the end. */
  readonly stop: (how?: "fast" | "immediate") => Promise<void>;
  /** The product in one of its roles, on the office's own data. */
  readonly product: (words: readonly string[]) => Promise<{ code: number; output: string }>;
  readonly close: () => Promise<void>;
}

export async function openOffice(name: string): Promise<Office> {
  const folder = `/var/tmp/secretariat-backups-${process.pid}-${name}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o755 });
  chmodSync(folder, 0o755);
  await buildAlone();
  const places = layOut(folder);
  const control = (words: readonly string[]) =>
    mustRun([`${binaries}/pg_ctl`, "-D", places.postgres.data, "-w", "-t", "60", ...words], {
      user: postgresUser,
    });
  const log = join(folder, "log/postgres.log");
  const start = async (): Promise<void> => void (await control(["-l", log, "start"]));
  const stop: Office["stop"] = async (how = "fast") => void (await control(["-m", how, "stop"]));
  const passwords = { owner: secret(), app: secret() };
  await makeCluster(places);
  await start();
  const sql: Office["sql"] = async <Row extends object>(text: string) =>
    asSuperuser(places.postgres, async (client) => (await client.query<Row>(text)).rows);
  const close = async (): Promise<void> => {
    if (existsSync(join(places.postgres.data, "postmaster.pid"))) {
      await stop().catch(() => undefined);
    }
    await rm(folder, { recursive: true, force: true });
  };
  const program = programs(places, passwords);
  const main = join(places.application.build, "app/main.js");
  try {
    await provision(places, passwords);
    await program.must([main, "migrate"]);
  } catch (error) {
    await close(); // nobody else knows of it yet
    throw error;
  }
  return {
    folder,
    places,
    placesFile: join(folder, "etc/backups.json"),
    sql,
    start,
    stop,
    grow: (count) =>
      program.must([
        "--import=tsx",
        join(root, "test/appliance/backups/support/grow-office.ts"),
        String(count),
      ]),
    product: (words) => program.run([main, ...words]),
    close,
  };
}

/** A copy of all repositories, to be damaged. */
export async function copyBackups({ folder, places }: Office, name: string): Promise<BackupPlaces> {
  const copy = join(folder, name);
  await cp(places.folder, copy, { recursive: true, preserveTimestamps: true });
  execFileSync("chown", ["-R", `${postgresUser}:`, join(copy, "database")]);
  const config = join(folder, `etc/pgbackrest-${name}.conf`);
  const moved = { ...places, folder: copy, pgbackrest: { ...places.pgbackrest, config } };
  writePrivate(config, renderPgbackrest(moved), postgresUser);
  return moved;
}

function layOut(folder: string): BackupPlaces {
  const own = (path: string, user: string, mode = 0o700): string => {
    const whole = join(folder, path);
    mkdirSync(whole, { recursive: true });
    chmodSync(whole, mode);
    execFileSync("chown", [`${user}:`, whole]);
    return whole;
  };
  own("etc", "root", 0o755);
  own("log", postgresUser);
  own("backups", "root", 0o755);
  own("backups/database", postgresUser, 0o750);
  // The programs are copied: a build begun meanwhile must not be met.
  mkdirSync(join(folder, "product"), { mode: 0o755 });
  cpSync(join(root, "build"), join(folder, "product/build"), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "product/package.json"));
  for (const part of ["app", "node_modules", "backups"]) {
    symlinkSync(join(root, part), join(folder, "product", part));
  }
  const text = writtenPlaces({
    stanza: "secretariat",
    folder: join(folder, "backups"),
    pgbackrest: {
      config: join(folder, "etc/pgbackrest.conf"),
      secrets: own("secrets", postgresUser),
      lock: own("lock", postgresUser),
    },
    postgres: {
      data: join(own("postgres", postgresUser, 0o755), "data"),
      socket: own("socket", postgresUser, 0o755),
      port: 5432,
      user: postgresUser,
      database: "secretariat",
      binaries,
    },
    documents: own("state/documents", applicationUser),
    keys: own("state/keys", applicationUser),
    settings: [join(folder, "etc")],
    state: own("state/installer", "root"),
    credentials: own("etc/credentials", "root"),
    figures: own("figures", "root", 0o755),
    scratch: own("scratch", "root", 0o711),
    second: {
      addressFile: join(folder, "etc/second-host/address"),
      authority: join(folder, "etc/second-host/authority.crt"),
    },
    application: {
      user: applicationUser,
      node: process.execPath,
      build: join(folder, "product/build"),
    },
  });
  chmodSync(join(folder, "state"), 0o755);
  writeFileSync(join(folder, "etc/backups.json"), text);
  const places = readPlaces(join(folder, "etc/backups.json"));
  for (const [name, value] of [
    ["backup-passphrase", "passphrase of the database"],
    ["documents-passphrase", "passphrase of the documents"],
  ] as const) {
    writeFileSync(join(places.credentials, name), value, { mode: 0o600 });
  }
  writePrivate(places.pgbackrest.config, renderPgbackrest(places), postgresUser);
  const secret = join(places.pgbackrest.secrets, passphraseFile);
  writePrivate(secret, renderPassphrase("passphrase of the database"), postgresUser);
  return places;
}

async function makeCluster(places: BackupPlaces): Promise<void> {
  const { postgres } = places;
  const text = ["--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-sync"];
  await mustRun([`${binaries}/initdb`, "-D", postgres.data, "-U", "postgres", ...text], {
    user: postgresUser,
  });
  const lines = [
    "listen_addresses = ''",
    `port = ${postgres.port}`,
    `unix_socket_directories = '${postgres.socket}'`,
    "archive_mode = on",
    `archive_command = '${archiveCommand(places)}'`,
    `archive_timeout = ${archiveTimeoutSeconds}`,
    "fsync = off",
    "timezone = 'UTC'",
    "max_wal_size = '1GB'",
  ];
  writePrivate(join(postgres.data, "postgresql.conf"), `${lines.join("\n")}\n`, postgresUser);
  const access = "local all postgres peer map=ours\nlocal all all scram-sha-256\n";
  writePrivate(join(postgres.data, "pg_hba.conf"), access, postgresUser);
  const people = "ours root postgres\nours postgres postgres\n";
  writePrivate(join(postgres.data, "pg_ident.conf"), people, postgresUser);
}

interface Passwords {
  readonly owner: string;
  readonly app: string;
}

async function provision({ postgres }: BackupPlaces, { owner, app }: Passwords): Promise<void> {
  await makeDatabase({
    postgres: { port: postgres.port, superuserUrl: superuserUrl(postgres) },
    secrets: { owner, app, report: secret() },
  });
}

function superuserUrl({ socket, port }: BackupPlaces["postgres"]): string {
  return `postgresql://postgres@${encodeURIComponent(socket)}:${port}/postgres`;
}

function programs(places: BackupPlaces, { owner, app }: Passwords) {
  const place = `?host=${encodeURIComponent(places.postgres.socket)}&port=${places.postgres.port}`;
  const url = (role: string, password: string): string =>
    `postgresql://secretariat_${role}:${password}@localhost/secretariat${place}`;
  const env = {
    SECRETARIAT_DATABASE_URL: url("app", app),
    SECRETARIAT_OWNER_DATABASE_URL: url("owner", owner),
    SECRETARIAT_REDIS_URL: "redis://127.0.0.1:1/0",
    SECRETARIAT_DOCUMENTS_FOLDER: places.documents,
    SECRETARIAT_KEYS_FOLDER: places.keys,
    SECRETARIAT_SECURE_COOKIES: "false",
    SECRETARIAT_LOG_LEVEL: "warn",
  };
  const run = (words: readonly string[]) =>
    capture([process.execPath, ...words], {
      user: applicationUser,
      env,
      folder: root,
      timeoutSeconds: 300,
    });
  const must = async (words: readonly string[]): Promise<void> => {
    const ran = await run(words);
    if (ran.code !== 0) {
      throw new Error(`${words.join(" ")}: ${ran.output}${ran.errors}`);
    }
  };
  return { run, must };
}

function writePrivate(path: string, text: string, user: string): void {
  writeFileSync(path, text, { mode: 0o640 });
  if (process.getuid?.() === 0) {
    execFileSync("chown", [`${userId(user) ?? 0}:${groupId(user) ?? 0}`, path]);
  }
}

function secret(): string {
  return randomBytes(16).toString("hex");
}
