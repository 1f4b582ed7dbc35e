import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What may be the matter with one address of a provider. */
export type Trouble = "broken" | "silent" | "huge" | "elsewhere" | "page" | "packed" | "cut-off";

export interface Outside {
  readonly origin: string;
  /** By path. */
  readonly troubles: Map<string, Trouble>;
  readonly asked: Asked[];
  readonly stop: () => Promise<void>;
}

/** A service outside the house, on this machine. */
export async function listenOutside(answer: (asked: Asked) => Reply | Promise<Reply>, port = 0) {
  const troubles = new Map<string, Trouble>();
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const { method = "", headers } = request;
      const url = new URL(request.url ?? "/", `http://${headers.host ?? "outside"}`);
      const one = { method, url, headers, body: Buffer.concat(pieces).toString() };
      asked.push(one);
      const trouble = troubles.get(url.pathname);
      if (trouble) {
        makeTrouble(trouble, response);
      } else {
        void Promise.resolve(answer(one)).then((reply) => write(response, reply));
      }
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    troubles,
    asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  } satisfies Outside;
}

export function json(body: unknown, status = 200): Reply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

function write(response: ServerResponse, { status = 200, headers = {}, body = "" }: Reply): void {
  response.writeHead(status, headers).end(body);
}

function makeTrouble(trouble: Trouble, response: ServerResponse): void {
  const jsonHead = { "content-type": "application/json" };
  const troubles: Record<Trouble, () => void> = {
    broken: () => write(response, { status: 500, body: "broken" }),
    silent: () => undefined,
    huge: () => write(response, { headers: jsonHead, body: `{"a":"${"x".repeat(1_100_000)}"}` }),
    elsewhere: () => write(response, { status: 302, headers: { location: "http://127.0.0.1:1/" } }),
    page: () => write(response, { headers: { "content-type": "text/html" }, body: "<p>Hello" }),
    packed: () =>
      response.writeHead(200, { ...jsonHead, "content-encoding": "gzip" }).end(gzipSync("{}")),
    "cut-off": () => {
      response.writeHead(200, { ...jsonHead, "content-length": "100" }).write("{");
      setTimeout(() => response.destroy(), 20);
    },
  };
  troubles[trouble]();
}
