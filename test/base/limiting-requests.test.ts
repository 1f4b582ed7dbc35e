import { expect } from "chai";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { config, readSession, renewSession, rows, startSession } from "../../app/base/index.ts";
import { webApplication } from "../../app/web.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { aDocument } from "../support/receipt-builders.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Limits of how often one may ask", () => {
  sandboxed();
  let server: Server;
  let origin = "";

  /** An office of its own for each case, so that the counts begin at nothing: 20 requests a minute. */
  beforeEach(async () => {
    server = createServer(webApplication({ ...config(), REQUESTS_PER_MINUTE: 20 }));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => server.close());

  async function browserOf({ accountId, postId }: AnOfficer) {
    const token = await startSession({ accountId, actingPostId: postId, language: "en" });
    return (path: string) =>
      fetch(origin + path, {
        redirect: "manual",
        headers: { cookie: `session=${token}`, accept: "text/html" },
      });
  }

  async function statuses(ask: () => Promise<Response>, times: number): Promise<number[]> {
    const answers: number[] = [];
    for (let asked = 0; asked < times; asked += 1) {
      answers.push((await ask()).status);
    }
    return answers;
  }

  it("refuses what goes beyond the limit, says when to return, and lets others go on", async () => {
    const eager = await browserOf(await anOfficer());
    expect(await statuses(() => eager("/me"), 20)).to.deep.equal(Array(20).fill(200));
    const refused = await eager("/me");
    expect(refused.status).to.equal(429);
    expect(Number(refused.headers.get("retry-after"))).to.be.within(1, 60);
    expect(await refused.text()).to.contain("Too many requests in a short time.");
    const neighbour = await browserOf(await anOfficer()); // behind the same address
    expect((await neighbour("/me")).status).to.equal(200);
  });

  it("begins no new count with a new token of the same session", async () => {
    const { accountId, postId } = await anOfficer();
    const first = await startSession({ accountId, actingPostId: postId, language: "en" });
    const askWith = (token: string) =>
      fetch(`${origin}/me`, {
        redirect: "manual",
        headers: { cookie: `session=${token}`, accept: "text/html" },
      });
    await statuses(() => askWith(first), 20);
    const session = await readSession(first);
    const renewed = session && (await renewSession(session));
    expect((await askWith(renewed?.token ?? "")).status).to.equal(429);
  });

  it("counts searches and documents under lower limits of their own", async () => {
    const officer = await anOfficer();
    const document = await aDocument(officer);
    const ask = await browserOf(officer);
    expect(await statuses(() => ask("/track?q=x"), 3)).to.deep.equal([200, 200, 429]);
    expect(await statuses(() => ask(`/documents/${document.id}`), 5)).to.deep.equal([
      200, 200, 200, 200, 429,
    ]);
  });

  it("counts strangers by address, and tries to sign in under a limit of their own", async () => {
    const tryOnce = () =>
      fetch(`${origin}/sign-in`, {
        method: "POST",
        redirect: "manual",
        headers: { accept: "text/html" },
        body: new URLSearchParams({ login: "nobody", password: "nothing-at-all-here" }),
      });
    expect(await statuses(tryOnce, 5)).to.deep.equal([401, 401, 401, 401, 429]);
  });

  it("records once when somebody opens unusually many documents, however often he signs in", async () => {
    const officer = await anOfficer();
    const document = await aDocument(officer);
    const open = async (times: number) => {
      const ask = await browserOf(officer);
      expect(await statuses(() => ask(`/documents/${document.id}`), times)).to.deep.equal(
        Array(times).fill(200),
      );
    };
    await open(4);
    await open(4);
    await open(2);
    expect(await alarms(officer)).to.equal(0);
    await open(4);
    expect(await alarms(officer)).to.equal(1);
  });

  async function alarms({ accountId }: AnOfficer): Promise<number> {
    const found = await rows(
      `select 1 from events where action = 'access.many-downloads' and account_id = $accountId`,
      { accountId },
    );
    return found.length;
  }
});
