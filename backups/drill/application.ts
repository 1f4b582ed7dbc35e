import { randomBytes } from "node:crypto";
import { chmod, copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { capture, type Ran } from "../../installer/host/index.ts";
import type { Head } from "../manifest/manifest.ts";
import type { BackupPlaces } from "../places.ts";
import { asSuperuser, type Reach } from "../postgres/as-superuser.ts";
import { giveTo } from "../postgres/scratch-cluster.ts";

/** The application's settings for a restored copy: a database, documents and keys that are not the office's. */
export interface Copy {
  readonly environment: Readonly<Record<string, string>>;
  readonly keys: string;
}

interface Wanted {
  readonly folder: string;
  readonly reach: Reach;
  readonly documents: string;
  /** Where the keys are taken from: this host's, or those the escrow opened. */
  readonly keys: string;
  readonly head: Head | null;
}

/** The head is that of the backup. Who is asked to sign people in is asked nothing by a copy, nor are its secrets here. */
const leftOut: ReadonlySet<string> = new Set(["head.json", "directory.json", "providers.json"]);

/** Lays keys, secrets and settings of a copy out, so that the product's own programs can run against it. */
export async function layOutCopy(places: BackupPlaces, wanted: Wanted): Promise<Copy> {
  const { user } = places.application;
  const keys = join(wanted.folder, "keys");
  await mkdir(keys, { mode: 0o700 });
  await chmod(keys, 0o700);
  await copyKeys(wanted.keys, keys);
  if (wanted.head) {
    await writeFile(join(keys, "head.json"), JSON.stringify(wanted.head));
  }
  await writeFile(join(keys, "database-url"), await newAddress(wanted.reach));
  for (const name of await readdir(keys)) {
    await chmod(join(keys, name), 0o600);
    await giveTo(user, join(keys, name));
  }
  await giveTo(user, keys);
  return { keys, environment: settings({ documents: wanted.documents, keys }) };
}

export async function copyKeys(from: string, to: string): Promise<void> {
  const names = await readdir(from, { withFileTypes: true });
  for (const { name } of names.filter((entry) => entry.isFile() && !leftOut.has(entry.name))) {
    await copyFile(join(from, name), join(to, name));
  }
}

/** Runs the product in one of its roles, or another of its programs, against the copy. */
export function runAgainst(
  { application }: BackupPlaces,
  copy: Copy,
  { program, words, input }: { program: string; words: readonly string[]; input?: string },
): Promise<Ran> {
  const command = [application.node, "--enable-source-maps", join(application.build, program)];
  return capture([...command, ...words], {
    user: application.user,
    env: copy.environment,
    timeoutSeconds: 6 * 3600,
    ...(input === undefined ? {} : { input }),
  });
}

/** The last line a program printed, as what it should be. */
export function lastAnswer<Schema extends z.ZodType>(
  schema: Schema,
  ran: Ran,
): z.output<Schema> | undefined {
  const line = ran.output.trim().split("\n").at(-1) ?? "";
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The restored password may be known to nobody any more; the copy gets one of its own. */
async function newAddress(reach: Reach): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  await asSuperuser(reach, (client) =>
    client.query(`alter role secretariat_app password ${client.escapeLiteral(password)}`),
  );
  const place = `host=${encodeURIComponent(reach.socket)}&port=${reach.port}`;
  return `postgresql://secretariat_app:${password}@localhost/${reach.database}?${place}`;
}

function settings(folders: { documents: string; keys: string }): Record<string, string> {
  return {
    SECRETARIAT_DOCUMENTS_FOLDER: folders.documents,
    SECRETARIAT_KEYS_FOLDER: folders.keys,
    // Until a Redis of its own stands beside it, the copy is told of none it could reach.
    SECRETARIAT_REDIS_URL: "redis://127.0.0.1:1/0",
    SECRETARIAT_SECURE_COOKIES: "false",
    SECRETARIAT_LOG_LEVEL: "warn",
    SECRETARIAT_READ_ONLY: "true",
    NODE_ENV: "production",
  };
}
