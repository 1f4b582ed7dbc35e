import { expect } from "chai";
import { createServer, type Server } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { resumableRoutes } from "../../app/documents/resumable/routes.ts";
import { officeName, startNginx, type Nginx } from "../support/nginx.ts";

const megabyte = Buffer.alloc(1024 ** 2, 7);

describe("Large uploads through nginx", function () {
  this.timeout(60_000);
  let nginx: Nginx;
  let web: Server;
  let arrived = 0;

  before(async () => {
    web = createServer((asked, response) => {
      arrived = 0;
      asked.on("data", (piece: Buffer) => (arrived += piece.length));
      asked.on("end", () => response.writeHead(204).end());
    });
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    nginx = await startNginx([(web.address() as AddressInfo).port]);
  });
  after(async () => {
    await nginx.stop();
    web.close();
    web.closeAllConnections();
  });

  /** Sends so many megabytes; `half` is asked when half of them are on their way. */
  function send(
    path: string,
    megabytes: number,
    half: () => Promise<void> = () => Promise.resolve(),
  ) {
    return new Promise<number>((resolve, reject) => {
      const asked = request({
        host: "127.0.0.1",
        port: nginx.port,
        servername: officeName,
        ca: nginx.certificate,
        path,
        method: "PATCH",
        headers: { host: nginx.host, "content-length": megabytes * megabyte.length },
        agent: false,
      });
      asked.on("response", (response) => resolve(response.resume().statusCode ?? 0));
      asked.on("error", reject);
      const write = async (): Promise<void> => {
        for (let sent = 0; sent < megabytes && !asked.destroyed; sent += 1) {
          await new Promise((written) => asked.write(megabyte, written));
          await (sent === Math.floor(megabytes / 2) ? half() : undefined);
        }
        asked.end();
      };
      write().catch(reject);
    });
  }

  it("pass in pieces of any size where the product takes them, and as they come", async () => {
    const path = resumableRoutes.find(({ method }) => method === "PATCH")?.path ?? "";
    let atHalf = 0;
    const status = await send(path.replace(":id", "0"), 130, async () => {
      for (let wait = 0; wait < 100 && atHalf === 0; wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        atHalf = arrived;
      }
    });
    expect(status).to.equal(204);
    expect(arrived).to.equal(130 * megabyte.length);
    expect(atHalf).to.be.greaterThan(0);
  });

  it("are refused everywhere else", async () => {
    const outcome = await send("/documents/0", 130).catch(() => 413);
    expect(outcome).to.equal(413);
  });
});
