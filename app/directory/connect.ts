/**
 * INVARIANTS
 * 1. Nothing is asked before TLS stands, under the one pinned authority and the server's own name.
 * 2. One client is one connection. The library would open a lost one again, in the clear where StartTLS
 *    belongs, and send the next password there: a second connection is therefore refused.
 */
import { connect as connectPlain, isIP, type Socket } from "node:net";
import { checkServerIdentity, connect as connectSecurely, type ConnectionOptions } from "node:tls";
import { Client } from "ldapts";
import type { Directory, DirectoryServer } from "./settings.ts";

/** A line to one server; `close` ends it whatever it is doing. */
export interface Line {
  readonly client: Client;
  readonly close: () => void;
}

/** Opens a line and says who we are, all within the time of one server. */
export async function connect(server: DirectoryServer, directory: Directory): Promise<Line> {
  const milliseconds = directory.timeoutSeconds * 1000;
  const tls = tlsOptions(server, directory.authority);
  const sockets: Socket[] = [];
  const client = clientFor(server, { tls, milliseconds, sockets });
  const close = () => sockets.forEach((socket) => socket.destroy());
  try {
    await within(milliseconds, greet(client, { server, tls, directory }));
    return { client, close };
  } catch (error) {
    close();
    throw error;
  }
}

interface Greeting {
  readonly server: DirectoryServer;
  readonly tls: ConnectionOptions;
  readonly directory: Pick<Directory, "bindDn" | "password">;
}

async function greet(client: Client, { server, tls, directory }: Greeting): Promise<void> {
  if (server.startTls) {
    await client.startTLS({ ...tls });
  }
  await client.bind(directory.bindDn, directory.password);
}

interface Making {
  readonly tls: ConnectionOptions;
  readonly milliseconds: number;
  readonly sockets: Socket[];
}

function clientFor({ url, startTls }: DirectoryServer, { tls, milliseconds, sockets }: Making) {
  const once = (open: () => Socket): Socket => {
    if (sockets.length > 0) {
      throw new Error("The connection to the directory was lost");
    }
    const socket = open();
    sockets.push(socket);
    return socket;
  };
  const plain = (port: number, host: string) => once(() => connectPlain(port, host));
  const secure = (port: number, host: string) => once(() => connectSecurely(port, host, tls));
  const limits = { url, timeout: milliseconds, connectTimeout: milliseconds, strictDN: false };
  return startTls
    ? new Client({ ...limits, createConnection: plain as typeof connectPlain })
    : new Client({ ...limits, createSecureConnection: secure as typeof connectSecurely });
}

function tlsOptions({ url }: DirectoryServer, authority: string): ConnectionOptions {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  return {
    ca: [authority],
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    minVersion: "TLSv1.2",
    rejectUnauthorized: true,
    checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate),
  };
}

/** The library bounds its own waits, but not the handshake after StartTLS. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The directory took too long")), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
