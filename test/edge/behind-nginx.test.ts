import { expect } from "chai";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { connect as connectPlain } from "node:net";
import { connect } from "node:tls";
import { config } from "../../app/base/index.ts";
import { webApplication } from "../../app/web.ts";
import { officeName, startNginx, type Nginx } from "../support/nginx.ts";
import { bodies, readTwoWays } from "./two-readings.ts";
import { sandboxed } from "../support/sandbox.ts";
import { freePort } from "../../installer/local/free-port.ts";

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly address: string;
}

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

describe("The office behind its nginx", function () {
  sandboxed();
  this.timeout(30_000);
  let nginx: Nginx;
  let web: Server;
  let seen: Seen[] = [];

  before(async () => {
    const port = await freePort(0);
    const origin = `https://${officeName}:${port}`;
    const answer = webApplication({ ...config(), BEHIND_PROXY: true, ORIGIN: origin });
    web = createServer((asked, response) => {
      const forwarded = String(asked.headers["x-forwarded-for"] ?? "");
      seen.push({ method: asked.method ?? "", url: asked.url ?? "", address: forwarded });
      answer(asked, response);
    });
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    nginx = await startNginx([(web.address() as AddressInfo).port], port);
  });
  beforeEach(() => {
    seen = [];
  });
  after(async () => {
    await nginx.stop();
    web.close();
    web.closeAllConnections();
  });

  function ask(path: string, given: { method?: string; headers?: object; body?: string } = {}) {
    return new Promise<Told>((resolve, reject) => {
      const asked = request(
        {
          host: "127.0.0.1",
          port: nginx.port,
          servername: officeName,
          ca: nginx.certificate,
          path,
          method: given.method ?? "GET",
          headers: { host: nginx.host, ...given.headers },
          agent: false,
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(parts).toString(),
            }),
          );
        },
      );
      asked.on("error", reject);
      asked.end(given.body);
    });
  }

  /** Sends bytes as they are and reads until the connection is closed or rests. */
  async function sendRaw(bytes: string): Promise<string> {
    const socket = connect({
      host: "127.0.0.1",
      port: nginx.port,
      servername: officeName,
      ca: nginx.certificate,
    });
    await once(socket, "secureConnect");
    let answer = "";
    socket.on("data", (part: Buffer) => (answer += part.toString("latin1")));
    socket.on("error", () => undefined);
    socket.setTimeout(300, () => socket.destroy());
    socket.write(Buffer.from(bytes, "latin1"));
    await once(socket, "close");
    return answer;
  }

  it("answers under its own name over TLS, and tells the application the client's own address", async () => {
    const { status, headers, text } = await ask("/sign-in");
    expect(status).to.equal(200);
    expect(text).to.contain("<form");
    expect(headers["server"]).to.equal("nginx");
    expect(seen).to.deep.equal([{ method: "GET", url: "/sign-in", address: "127.0.0.1" }]);
  });

  for (const header of ["x-forwarded-for", "x-real-ip", "forwarded", "x-client-ip"]) {
    it(`believes no ${header} that a client sends`, async () => {
      await ask("/sign-in", { headers: { [header]: "10.9.8.7" } });
      expect(seen.map(({ address }) => address)).to.deep.equal(["127.0.0.1"]);
    });
  }

  it("gives no certificate to a connection for another name", async () => {
    const socket = connect({ host: "127.0.0.1", port: nginx.port, servername: "other.test" });
    const [error] = (await once(socket, "error")) as [Error];
    expect(error.message).to.match(/unrecognized name|alert/i);
  });

  it("answers no other name inside the connection", async () => {
    const { status, text } = await ask("/sign-in", { headers: { host: "evil.example" } });
    expect([400, 403, 404, 421]).to.include(status);
    expect(text).not.to.contain("evil.example");
    expect(seen).to.deep.equal([]);
  });

  it("speaks TLS 1.2 and 1.3 and nothing older", async () => {
    const old = {
      minVersion: "TLSv1",
      maxVersion: "TLSv1.1",
      ciphers: "DEFAULT@SECLEVEL=0",
    } as const;
    const socket = connect({ host: "127.0.0.1", port: nginx.port, servername: officeName, ...old });
    const [error] = (await once(socket, "error")) as [Error];
    expect(error.message).to.match(/protocol|version|alert/i);
  });

  it("prefers the newest version and the strongest suite", async () => {
    const agreed = async (given: object): Promise<string> => {
      const socket = connect({
        host: "127.0.0.1",
        port: nginx.port,
        servername: officeName,
        ca: nginx.certificate,
        ...given,
      });
      await once(socket, "secureConnect");
      const said = `${socket.getProtocol() ?? ""} ${socket.getCipher().name}`;
      socket.destroy();
      return said;
    };
    expect(await agreed({})).to.match(/^TLSv1\.3 TLS_AES_256_GCM/);
    const weakFirst = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384";
    const old = { maxVersion: "TLSv1.2", ciphers: weakFirst };
    expect(await agreed(old)).to.equal("TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384");
  });

  it("does not serve plain HTTP", async () => {
    const socket = connectPlain(nginx.port, "127.0.0.1");
    socket.write(`GET /sign-in HTTP/1.1\r\nHost: ${nginx.host}\r\n\r\n`);
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).to.match(/^HTTP\/1.1 400 /);
    expect(seen).to.deep.equal([]);
    socket.destroy();
  });

  for (const method of ["TRACE", "OPTIONS", "PROPFIND", "CONNECT", "DEBUG"]) {
    it(`lets no ${method} through`, async () => {
      const answer = await sendRaw(`${method} / HTTP/1.1\r\nHost: ${nginx.host}\r\n\r\n`);
      expect(answer).to.match(/^HTTP\/1.1 (400|403|405) /);
      expect(seen).to.deep.equal([]);
    });
  }

  it("refuses headers larger than any browser's, and bodies larger than any scan", async () => {
    const large = { headers: { "x-large": "x".repeat(20_000) } };
    expect([400, 431, 494]).to.include((await ask("/sign-in", large)).status);
    const declared = await sendRaw(
      `POST /documents HTTP/1.1\r\nHost: ${nginx.host}\r\nContent-Length: 999999999\r\n\r\n`,
    );
    expect(declared).to.match(/^HTTP\/1.1 413 /);
    expect(seen).to.deep.equal([]);
  });

  it("says what it refuses itself with the same headers, in both languages", async () => {
    for (const answer of [
      await sendRaw(`TRACE / HTTP/1.1\r\nHost: ${nginx.host}\r\n\r\n`),
      await sendRaw(`PROPFIND / HTTP/1.1\r\nHost: ${nginx.host}\r\n\r\n`),
      await sendRaw(
        `POST /documents HTTP/1.1\r\nHost: ${nginx.host}\r\nContent-Length: 999999999\r\n\r\n`,
      ),
      await sendRaw(`GET /${"x".repeat(9_000)} HTTP/1.1\r\nHost: ${nginx.host}\r\n\r\n`),
    ]) {
      const [head = "", ...body] = answer.split("\r\n\r\n");
      expect(head).to.match(/^HTTP\/1.1 4\d\d /);
      for (const header of [
        "Strict-Transport-Security: max-age=31536000; includeSubDomains",
        "X-Content-Type-Options: nosniff",
        "Cross-Origin-Opener-Policy: same-origin",
        "Content-Security-Policy: default-src 'none'",
        "Content-Type: text/html; charset=utf-8",
      ]) {
        expect(head).to.contain(header);
      }
      const page = Buffer.from(body.join(""), "latin1").toString();
      expect(page).to.contain("This request was not taken").and.to.contain("नहीं लिया गया");
      expect(answer).not.to.match(/nginx\/\d|<center>/);
    }
    expect(seen).to.deep.equal([]);
  });

  it("writes no query into its log", async () => {
    await ask("/sign-in?next=/track%3Fq%3Dsecret-words");
    expect(nginx.accessLog()).to.contain('"path":"/sign-in"');
    expect(nginx.accessLog()).not.to.contain("secret-words");
  });

  it("counts by session before address: one eager visitor does not stop the office", async () => {
    const cookie = (name: string) => ({ headers: { cookie: `__Host-session=${name.repeat(43)}` } });
    const eager = await Promise.all(
      Array.from({ length: 160 }, () => ask("/sign-in", cookie("a"))),
    );
    const refused = eager.filter(({ status }) => status === 429);
    expect(refused).not.to.have.length(0);
    expect(refused[0]?.text).to.contain("Too many requests").and.to.contain("बहुत अधिक अनुरोध");
    expect((await ask("/sign-in", cookie("b"))).status).to.equal(200);
  });

  it("counts by address too: a new session invented for each request opens no new account", async () => {
    const invented = (begin: string) =>
      Array.from({ length: 700 }, (_, number) => {
        const session = `${begin}${number}`.padEnd(43, "z");
        return `OPTIONS / HTTP/1.1\r\nHost: ${nginx.host}\r\nCookie: __Host-session=${session}\r\n\r\n`;
      }).join("");
    const answers = await Promise.all(["a", "b", "c"].map((one) => sendRaw(invented(one))));
    const refused = answers.join("").match(/HTTP\/1\.1 429 /g) ?? [];
    expect(refused).not.to.have.length(0);
    expect(seen).to.deep.equal([]);
  });

  describe("given requests whose end can be read in two ways", () => {
    for (const headers of readTwoWays) {
      it(JSON.stringify(headers).slice(1, 90), async () => {
        for (const body of bodies) {
          await sendRaw(
            `POST /sign-in HTTP/1.1\r\nHost: ${nginx.host}\r\n${headers}\r\n\r\n${body}`,
          );
        }
        const inside = seen.filter(({ url, method }) => url !== "/sign-in" || method !== "POST");
        expect(
          inside.filter(({ method, url }) => `${method} ${url}` !== "GET /smuggled"),
        ).to.deep.equal([]);
        // What nginx itself read as a second request of the same client is his own and takes his own rights;
        // only a request that nginx did not see would be smuggled.
        const logged = nginx.accessLog().match(/"path":"\/smuggled"/g)?.length ?? 0;
        expect(inside.length).to.be.at.most(logged);
        const { status } = await ask("/sign-in");
        expect(status).to.equal(200);
      });
    }
  });

  it("says in both languages that the office is away, and that what was saved is safe", async () => {
    const lonely = await startNginx([await freePort(0)]);
    const { port } = nginx;
    const told = await new Promise<Told>((resolve, reject) => {
      const asked = request(
        {
          host: "127.0.0.1",
          port: lonely.port,
          servername: officeName,
          ca: lonely.certificate,
          headers: { host: lonely.host },
        },
        (response) => {
          let text = "";
          response.on("data", (part: Buffer) => (text += part.toString()));
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        },
      );
      asked.on("error", reject);
      asked.end();
    });
    await lonely.stop();
    expect(port).to.be.a("number");
    expect(told.status).to.equal(502);
    expect(told.headers["retry-after"]).to.equal("30");
    expect(told.text).to.contain("What you saved is safe.").and.to.contain("आपका काम सुरक्षित है।");
    expect(told.text).not.to.match(/(src|href)=/);
  });
});
