import { asSuperuser, inDatabase } from "./provision.ts";

/** The one cluster of Debian's Postgres that is ours. */
export const cluster = {
  version: "15",
  name: "secretariat",
  port: 5432,
  unit: "postgresql@15-secretariat.service",
  settings: "/etc/postgresql/15/secretariat",
  files: "/var/lib/postgresql/15/secretariat",
  database: "secretariat",
} as const;

/** Over the socket, where the system says who asks; the superuser has no password that could be lost. */
export const superuserUrl = `postgresql://postgres@${encodeURIComponent("/var/run/postgresql")}:${cluster.port}/postgres`;

export interface Database {
  readonly rows: <Row extends object>(
    sql: string,
    values?: readonly unknown[],
  ) => Promise<readonly Row[]>;
}

/** Asks the product's database as its superuser; only root and postgres may. */
export function inOurDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  return asSuperuser(inDatabase(superuserUrl, cluster.database), (client) =>
    work({
      async rows<Row extends object>(sql: string, values: readonly unknown[] = []) {
        return (await client.query<Row>(sql, [...values])).rows;
      },
    }),
  );
}
