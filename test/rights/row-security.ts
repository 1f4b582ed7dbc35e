import pg from "pg";
import { ownerUrl } from "../support/sandbox.ts";

/** Takes the second wall down, or puts it up again, so that the first can be tried alone. */
export async function setRowSecurity(state: "enable" | "disable"): Promise<void> {
  await asOwner(async (client) => {
    const { rows } = await client.query<{ name: string }>(protectedTables);
    for (const { name } of rows) {
      await client.query(`alter table ${name} ${state} row level security`);
    }
  });
}

/** What has policies is protected, whether it is enforced just now or not. */
const protectedTables = `select distinct tablename as name from pg_policies order by 1`;

export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerUrl());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
