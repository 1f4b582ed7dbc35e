import { dirname } from "node:path";
import { Client } from "pg";

export interface DatabaseUrls {
  /** Runs the migrations; owns every table. */
  readonly owner: string;
  /** What web and worker use: owns nothing and bypasses nothing. */
  readonly app: string;
  /** Reads only. */
  readonly report: string;
}

/** The passwords of the three roles. */
export type RolePasswords = Readonly<Record<keyof DatabaseUrls, string>>;

export interface Provision {
  readonly postgres: { readonly port: number; readonly superuserUrl: string };
  readonly secrets: RolePasswords;
  readonly database?: string;
}

export const roles = ["owner", "app", "report"] as const;
export const extensions = ["pg_trgm", "unaccent", "btree_gist", "pgcrypto"];

/**
 * What the conditions of searches call. None of them tells by an error or a message what it was given, so
 * Postgres may use their indexes below row security, where it otherwise reads every row. Only the superuser
 * can vouch for that; the server's own list of such functions is kept short on purpose.
 */
export const silentFunctions = [
  "texticlike(text, text)",
  "textlike(text, text)",
  "textcat(text, text)",
  "lower(text)",
  "translate(text, text, text)",
  "replace(text, text, text)",
  "arrayoverlap(anyarray, anyarray)",
] as const;

/** Makes the three roles, the database and its extensions where they are missing. */
export async function provision(options: Provision): Promise<DatabaseUrls> {
  const { postgres, secrets, database = "secretariat" } = options;
  await asSuperuser(postgres.superuserUrl, async (client) => {
    for (const role of roles) {
      await createRole(client, `secretariat_${role}`, secrets[role]);
    }
    await client.query("ALTER ROLE secretariat_report SET default_transaction_read_only = on");
    await createDatabase(client, database);
  });
  await asSuperuser(inDatabase(postgres.superuserUrl, database), async (client) => {
    for (const extension of extensions) {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    }
    for (const silent of silentFunctions) {
      await client.query(`ALTER FUNCTION pg_catalog.${silent} LEAKPROOF`);
    }
  });
  const urlOf = (role: keyof DatabaseUrls): string =>
    `postgresql://secretariat_${role}:${secrets[role]}@127.0.0.1:${postgres.port}/${database}`;
  return { owner: urlOf("owner"), app: urlOf("app"), report: urlOf("report") };
}

/** The same server and role, another database. */
export function inDatabase(url: string, database: string): string {
  return `${dirname(url)}/${database}`;
}

/** Runs work on one superuser connection. */
export async function asSuperuser<T>(
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createRole(client: Client, role: string, password: string): Promise<void> {
  const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  if (found.rowCount === 0) {
    await client.query(`CREATE ROLE ${role}`);
  }
  await client.query(
    `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS ` +
      `PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function createDatabase(client: Client, database: string): Promise<void> {
  const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  if (found.rowCount === 0) {
    await client.query(
      `CREATE DATABASE ${database} OWNER secretariat_owner TEMPLATE template0 ` +
        "ENCODING 'UTF8' LOCALE 'C.UTF-8'",
    );
  }
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(
    `GRANT CONNECT ON DATABASE ${database} TO secretariat_app, secretariat_report`,
  );
}
