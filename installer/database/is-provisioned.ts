import { Client } from "pg";
import {
  asSuperuser,
  extensions,
  inDatabase,
  roles,
  silentFunctions,
  type Provision,
} from "./provision.ts";

/** Whether roles, passwords, database, extensions and marks are all as `provision` would leave them. */
export async function isProvisioned(options: Required<Provision>): Promise<boolean> {
  const { postgres, database } = options;
  const isMade = await asSuperuser(postgres.superuserUrl, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    return found.rowCount === 1;
  });
  return isMade && (await isComplete(options)) && (await everyRoleComesIn(options));
}

function isComplete({ postgres, database }: Required<Provision>): Promise<boolean> {
  return asSuperuser(inDatabase(postgres.superuserUrl, database), async (client) => {
    const found = await client.query<{ extensions: string; silent: string }>(
      `select (select count(*) from pg_extension where extname = any($1)) as extensions,
              (select count(*) from pg_proc
               where oid = any($2::regprocedure[]) and proleakproof) as silent`,
      [extensions, silentFunctions.map((name) => `pg_catalog.${name}`)],
    );
    const [counted] = found.rows;
    return (
      Number(counted?.extensions) === extensions.length &&
      Number(counted?.silent) === silentFunctions.length
    );
  });
}

async function everyRoleComesIn({ postgres, secrets, database }: Required<Provision>) {
  for (const role of roles) {
    const url = `postgresql://secretariat_${role}:${secrets[role]}@127.0.0.1:${postgres.port}/${database}`;
    if (!(await comesIn(url))) {
      return false;
    }
  }
  return true;
}

async function comesIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
