import { z } from "zod";
import { projectFile } from "./paths.ts";
import { readSecret } from "./secret-file.ts";

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const minutes = z.coerce.number().int().positive();

/** Every setting, by its name in the environment after `SECRETARIAT_`, with its default and its reason. */
const Settings = z.object({
  /** Postgres as the application's role: no ownership, no change of append-only tables. */
  DATABASE_URL: z.string().startsWith("postgres"),
  /** Postgres as the owner, for migrations and nothing else. */
  OWNER_DATABASE_URL: z.string().startsWith("postgres").optional(),
  /** Redis holds sessions and queues; losing it loses no work. */
  REDIS_URL: z.string().startsWith("redis"),
  WEB_PORT: port.default(8080),
  /** Loopback: our own nginx stands before it, on the same machine. */
  WEB_ADDRESS: z.string().default("127.0.0.1"),
  /** Metrics and health answer on loopback only. */
  HEALTH_PORT: port.default(9180),
  /** The address people type; links in letters and the origin check use it. */
  ORIGIN: z.url().default("http://localhost:8080"),
  /** How much of a document is encrypted, and must be opened, in one piece. */
  STORE_CHUNK_BYTES: z.coerce.number().int().min(16).max(16_777_216).default(1_048_576),
  DOCUMENTS_FOLDER: z.string().default(projectFile("var/documents")),
  KEYS_FOLDER: z.string().default(projectFile("var/keys")),
  /** False only where there is no TLS, such as a trial on one's own machine. */
  SECURE_COOKIES: flag.default(true),
  /** True only in tests and on one's own machine: services outside may stand on this machine, without TLS. */
  OUTBOUND_TO_LOOPBACK: flag.default(false),
  /** A session ends after this long without a request. */
  SESSION_IDLE_MINUTES: minutes.default(60),
  /** A session ends after this long whatever happens: one working day. */
  SESSION_ABSOLUTE_MINUTES: minutes.default(600),
  /** Largest single document taken in, in bytes. */
  UPLOAD_LIMIT_BYTES: z.coerce.number().int().positive().default(104_857_600),
  /** Largest document taken in when it arrives piece by piece, in bytes. */
  RESUMABLE_LIMIT_BYTES: z.coerce.number().int().positive().default(1_073_741_824),
  /** The virus scanner: `unix:/run/clamav/clamd.ctl` or `tcp:127.0.0.1:3310`; without it nothing is scanned. */
  SCANNER_ADDRESS: z
    .string()
    .regex(/^(?:unix:\/|tcp:[^\s]+:\d+$)/)
    .optional(),
  /** A scanner that has not answered by then counts as down, and the document waits. */
  SCANNER_SECONDS: z.coerce.number().positive().default(60),
  /** True behind our own nginx, which says whom it answers for; nobody else is believed. */
  BEHIND_PROXY: flag.default(false),
  /** Of one session or token; searches, documents and uploads have parts of it. */
  REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(600),
  /** Open for reading only, whatever the database says: for a drill against a restored copy. */
  READ_ONLY: flag.default(false),
  /** The same while this file is there. */
  READ_ONLY_FILE: z.string().optional(),
  /** With less room than this left for documents a process is not ready: it could not take in what is sent. */
  LEAST_FREE_BYTES: z.coerce.number().int().nonnegative().default(268_435_456),
  /** The state whose office this is, as the page to sign in names it. */
  STATE_NAME_HI: z.string().default("छत्तीसगढ़ शासन"),
  STATE_NAME_EN: z.string().default("Government of Chhattisgarh"),
  /** Of pages, for whose browser asks for neither language, and of people who are new. */
  LANGUAGE: z.enum(["hi", "en"]).default("hi"),
  /** Server and base of the directory, where `directory.json` does not say them. */
  DIRECTORY_URL: z.string().optional(),
  DIRECTORY_BASE: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().positive().default(20),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

/** Settings that hold a password: each is the content of a file of the name beside it. */
const secretSettings = {
  DATABASE_URL: "database-url",
  OWNER_DATABASE_URL: "owner-database-url",
  REDIS_URL: "redis-url",
} as const;

export type Config = z.infer<typeof Settings>;

const prefix = "SECRETARIAT_";

/** Reads the settings; throws one sentence that names each key that is missing or wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.entries(environment)
    .filter(([key, value]) => key.startsWith(prefix) && value !== "")
    .map(([key, value]) => [key.slice(prefix.length), value]);
  const filed = filedSecrets(environment);
  const parsed = Settings.safeParse({ ...Object.fromEntries(given), ...filed });
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(
      ({ path, message }) => `${prefix}${path.join(".")}: ${message}`,
    );
    throw new Error(`The configuration cannot be used. ${wrong.join("; ")}`);
  }
  if (parsed.data.OUTBOUND_TO_LOOPBACK && parsed.data.SECURE_COOKIES) {
    throw new Error(
      `The configuration cannot be used. ${prefix}OUTBOUND_TO_LOOPBACK: only without ${prefix}SECURE_COOKIES`,
    );
  }
  if (parsed.data.SECURE_COOKIES) {
    refuseOpenSecrets(parsed.data, filed);
  }
  return parsed.data;
}

/** What lies in files goes before what stands in the environment. */
function filedSecrets(environment: NodeJS.ProcessEnv): Record<string, string> {
  const places = {
    credentials: environment["CREDENTIALS_DIRECTORY"],
    keys: environment[`${prefix}KEYS_FOLDER`] ?? projectFile("var/keys"),
  };
  return Object.fromEntries(
    Object.entries(secretSettings).flatMap(([key, name]) => {
      const value = readSecret(name, places);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Only a trial without TLS may have passwords in its environment, where every child process sees them. */
function refuseOpenSecrets(settings: Config, filed: Readonly<Record<string, string>>): void {
  for (const [key, name] of Object.entries(secretSettings)) {
    const value = settings[key as keyof typeof secretSettings];
    if (value !== undefined && filed[key] === undefined && new URL(value).password !== "") {
      throw new Error(
        `${prefix}${key} holds a password in the environment: hand it over as the credential ${name}, or as a file of that name in ${prefix}KEYS_FOLDER`,
      );
    }
  }
}

let loaded: Config | undefined;

/** The settings of this process, read once. */
export function config(): Config {
  loaded ??= readConfig();
  return loaded;
}
