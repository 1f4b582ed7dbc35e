import { expect } from "chai";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { answersPeople } from "../../../installer/upgrade/this-host/answers-people.ts";

const office = { name: "eoffice.cg.example", address: "10.10.4.20" };

async function asked(answer: RequestListener): Promise<boolean> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await answersPeople((server.address() as AddressInfo).port, office);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("Whether a web process answers people", function () {
  this.timeout(20_000);

  it("is asked as nginx asks, so that a page is drawn and no name refused", async () => {
    const seen: IncomingMessage[] = [];
    const isAnswered = await asked((request, response) => {
      seen.push(request);
      response.end("a page");
    });
    expect(isAnswered).to.equal(true);
    for (const { url, headers } of seen) {
      expect(url).to.equal("/sign-in");
      expect(headers).to.include({ host: office.name, "x-forwarded-for": office.address });
      expect(headers["x-forwarded-proto"]).to.equal("https");
    }
  });

  it("is so where it answers that something is wrong: that is counted elsewhere", async () => {
    expect(await asked((_request, response) => response.writeHead(500).end())).to.equal(true);
  });

  it("is not so where it takes requests and never answers", async () => {
    expect(await asked(() => undefined)).to.equal(false);
  });

  it("is not so where answers break off, or nobody listens", async () => {
    const broken: RequestListener = (_request, response) => {
      response.write("a pa");
      setTimeout(() => response.destroy(), 50);
    };
    expect(await asked(broken)).to.equal(false);
    expect(await answersPeople(9, office)).to.equal(false);
  });
});
