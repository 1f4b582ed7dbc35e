import { expect } from "chai";
import { rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { officeName, startNginx, type Nginx } from "../support/nginx.ts";

interface Told {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/** Two processes that say who they are, and break off what is under way when told to. */
describe("Two web processes behind nginx", function () {
  this.timeout(30_000);
  const web: Server[] = [];
  let nginx: Nginx;
  let seen: string[] = [];
  let breaking = "";

  before(async () => {
    for (const name of ["one", "two"]) {
      const server = createServer((asked, response) => {
        seen.push(`${name} ${asked.method} ${asked.headers.range ?? ""}`.trim());
        asked.resume();
        asked.on("end", () => (breaking === name ? asked.socket.destroy() : response.end(name)));
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      web.push(server);
    }
    nginx = await startNginx(web.map((server) => (server.address() as AddressInfo).port));
  });
  beforeEach(() => {
    seen = [];
    breaking = "";
  });
  after(async () => {
    await nginx.stop();
    for (const server of web) {
      server.close();
      server.closeAllConnections();
    }
  });

  function ask(method = "GET", headers: object = {}): Promise<Told> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: "127.0.0.1",
          port: nginx.port,
          servername: officeName,
          ca: nginx.certificate,
          path: "/tray",
          method,
          headers: { host: nginx.host, ...headers },
          agent: false,
        },
        (response) => {
          let text = "";
          response.on("data", (part: Buffer) => (text += part.toString()));
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(method === "POST" ? "a=1" : undefined);
    });
  }

  it("share what comes", async () => {
    const told = [await ask(), await ask(), await ask(), await ask()].map(({ text }) => text);
    expect(new Set(told)).to.deep.equal(new Set(["one", "two"]));
  });

  it("answer for each other what may be asked twice", async () => {
    breaking = "one";
    for (let times = 0; times < 6; times += 1) {
      const { status, text } = await ask();
      expect([status, text]).to.deep.equal([200, "two"]);
    }
    expect(seen).to.include("one GET");
  });

  it("are never asked twice to do what one of them may have done", async () => {
    breaking = "two";
    const told: number[] = [];
    for (let times = 0; times < 4; times += 1) {
      told.push((await ask("POST")).status);
    }
    expect(told).to.include(502);
    expect(seen.filter((one) => one.endsWith("POST"))).to.have.length(4);
  });

  it("are asked for a range of bytes as the reader asked", async () => {
    await ask("GET", { range: "bytes=0-9" });
    expect(seen.at(-1)).to.match(/GET bytes=0-9$/);
  });

  it("are left alone during maintenance, which is told in both languages", async () => {
    writeFileSync(nginx.maintenance, "");
    try {
      for (const method of ["GET", "POST"]) {
        const { status, headers, text } = await ask(method);
        expect([status, headers["retry-after"]]).to.deep.equal([503, "30"]);
        expect(text).to.contain("under maintenance").and.to.contain("अनुरक्षण");
      }
    } finally {
      rmSync(nginx.maintenance);
    }
    expect(seen).to.deep.equal([]);
    expect((await ask()).status).to.equal(200);
  });
});
