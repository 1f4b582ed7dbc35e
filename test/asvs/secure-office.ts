import { request } from "node:http";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { config } from "../../app/base/index.ts";
import { webApplication } from "../../app/web.ts";

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: readonly string[];
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const secureHost = "secretariat.test";

/** The office as it stands in production, behind a proxy that ends TLS; this suite plays the proxy. */
export function aSecureOffice() {
  let server: Server;
  const settings = config();
  const before = settings.SECURE_COOKIES;

  return {
    open: async () => {
      settings.SECURE_COOKIES = true;
      const origin = `https://${secureHost}`;
      server = createServer(webApplication({ ...settings, BEHIND_PROXY: true, ORIGIN: origin }));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    },
    close: () => {
      settings.SECURE_COOKIES = before;
      server.close();
      server.closeAllConnections();
    },
    ask: (path: string, asked: Asked = {}) =>
      askExactly((server.address() as AddressInfo).port, path, {
        ...asked,
        headers: {
          host: secureHost,
          "x-forwarded-proto": "https",
          "x-forwarded-for": "127.0.0.1",
          ...asked.headers,
        },
      }),
  };
}

/** Sends path and headers as they are; `fetch` would tidy them first. */
export function askExactly(port: number, path: string, asked: Asked): Promise<Told> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = asked;
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sent = request(
      { host: "127.0.0.1", port, path, method, headers: { ...length, ...headers }, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            cookies: response.headers["set-cookie"] ?? [],
            text: Buffer.concat(parts).toString("utf8"),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
