import { Client } from "pg";
import { userId } from "../../installer/host/index.ts";

export interface Reach {
  /** The folder of the socket. */
  readonly socket: string;
  readonly port: number;
  /** The operating system's user whom Postgres lets in as its superuser, without a password. */
  readonly user: string;
  readonly database: string;
}

/** Runs work on one connection of the superuser, made as the operating system's user Postgres knows. */
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

/**
 * Postgres asks the kernel who connects. The socket is opened before `connect` returns, so root is that user for
 * these few instructions only.
 */
export async function openSuperuser({ socket, port, user, database }: Reach): Promise<Client> {
  const client = new Client({
    host: socket,
    port,
    user: "postgres",
    database,
    application_name: "secretariat-backup",
    connectionTimeoutMillis: 10_000,
  });
  const id = process.getuid?.() === 0 ? userId(user) : undefined;
  if (id === undefined || id === 0) {
    await client.connect();
    return client;
  }
  let connected: Promise<unknown>;
  process.seteuid?.(id);
  try {
    connected = client.connect();
  } finally {
    process.seteuid?.(0);
  }
  await connected;
  return client;
}
