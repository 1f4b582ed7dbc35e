import { createServer, connect, type Server, type Socket } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** One statement as the product sent it, its values as text in their order. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly (string | null)[];
}

export interface Recorder {
  /** The database's address by way of us. */
  readonly url: string;
  /** What was said since the last asking. */
  take(): Statement[];
  stop(): void;
}

/**
 * Stands between the product and Postgres and writes down every statement on its way, so that the floors
 * run what the product runs and not what somebody once copied from it. The floors say all of it on one connection: where
 * the product took another, it is said again for whom that one asked.
 */
export async function recordStatements(databaseUrl: string): Promise<Recorder> {
  const target = new URL(databaseUrl);
  let heard: Statement[] = [];
  let speaking: Socket | undefined;
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const postgres = connect(Number(target.port), target.hostname);
    let standpoint: Statement | undefined;
    const listener = listen((statement) => {
      if (isStandpoint(statement.sql)) {
        standpoint = statement;
      } else if (speaking !== client && standpoint) {
        heard.push(standpoint);
      }
      speaking = client;
      heard.push(statement);
    });
    client.on("data", listener);
    client.pipe(postgres).pipe(client);
    for (const socket of [client, postgres]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    take: () => heard.splice(0),
    stop: () => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
      heard = [];
    },
  };
}

/** For whom the product's statements are run: told with each by the product, in the same round trip. */
export const isStandpoint = (sql: string): boolean =>
  sql.startsWith("select set_config('secretariat.");

/** The floors say once for a connection for whom they ask, or row security would show them nothing. */
function lasting(sql: string): string {
  return isStandpoint(sql) ? sql.replaceAll(", true)", ", false)") : sql;
}

/** Reads the frontend messages of one connection: Query, Parse and Bind are those that matter. */
function listen(hear: (statement: Statement) => void): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  let started = false;
  const parsed = new Map<string, string>();
  const read = (type: string, body: Buffer): void => {
    if (type === "Q") {
      hear({ sql: textAt(body, 0).text, values: [] });
    } else if (type === "P") {
      const name = textAt(body, 0);
      parsed.set(name.text, textAt(body, name.next).text);
    } else if (type === "B") {
      const { statement, values } = readBind(body);
      hear({ sql: lasting(parsed.get(statement) ?? ""), values });
    }
  };
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const head = started ? 1 : 0; // the first message of a connection has no type
      const length = waiting.length >= head + 4 ? waiting.readInt32BE(head) + head : Infinity;
      if (waiting.length < length) {
        return;
      }
      if (started) {
        read(String.fromCharCode(waiting[0] ?? 0), waiting.subarray(5, length));
      }
      started = true;
      waiting = waiting.subarray(length);
    }
  };
}

function readBind(body: Buffer): { statement: string; values: (string | null)[] } {
  const statement = textAt(body, textAt(body, 0).next);
  let at = statement.next;
  at += 2 + 2 * body.readInt16BE(at);
  const count = body.readInt16BE(at);
  at += 2;
  const values: (string | null)[] = [];
  for (let index = 0; index < count; index += 1) {
    const length = body.readInt32BE(at);
    at += 4;
    values.push(length < 0 ? null : body.toString("utf8", at, at + length));
    at += Math.max(length, 0);
  }
  return { statement: statement.text, values };
}

function textAt(body: Buffer, from: number): { text: string; next: number } {
  const end = body.indexOf(0, from);
  return { text: body.toString("utf8", from, end), next: end + 1 };
}
