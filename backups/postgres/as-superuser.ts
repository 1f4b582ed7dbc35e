import { Client } from "pg";

export interface Reach {
  /** The folder of the socket. */
  readonly socket: string;
  readonly port: number;
  /** The operating system's user Postgres runs as. */
  readonly user: string;
  readonly database: string;
}

/** Runs work on one connection of the superuser. */
export async function asSuperuser<T>(
  reach: Reach,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await openSuperuser(reach);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Postgres asks the kernel who connects; its map of names lets root in. */
export async function openSuperuser({ socket, port, database }: Reach): Promise<Client> {
  const client = new Client({
    host: socket,
    port,
    user: "postgres",
    database,
    application_name: "secretariat-backup",
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  return client;
}
