import { expect } from "chai";
import { Agent, get } from "node:http";
import { config } from "../../app/base/index.ts";
import { serve, stopServing } from "../../app/web/serve.ts";

/** Seconds after which nginx ends an idle connection to us, by its own default. */
const patienceOfNginx = 60;

describe("A connection over which nothing comes", () => {
  it("is left for nginx to end: no request meets our goodbye", async () => {
    const server = await serve((_request, response) => response.end());
    const agent = new Agent({ keepAlive: true });
    const idle = await new Promise<string>((resolve, reject) => {
      get({ port: config().WEB_PORT, agent }, (answer) => {
        answer.resume().on("end", () => resolve(String(answer.headers["keep-alive"])));
      }).on("error", reject);
    });
    agent.destroy();
    await stopServing(server);
    expect(Number(/timeout=(\d+)/.exec(idle)?.[1])).to.be.above(patienceOfNginx);
  });
});
