import { mkdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import pg from "pg";
import type { Journey } from "./make-office.ts";
import { openPrivateOffice, type Part, type PrivateOffice } from "./private-office.ts";

describe("Outages of what the office stands on", function () {
  this.timeout(180_000);
  let office: PrivateOffice;
  let journeys: Journey[];

  before(async () => {
    office = await openPrivateOffice("outages");
    const { output } = office.run(["--import=tsx", "test/faults/make-office.ts"]);
    journeys = JSON.parse(output) as Journey[];
  });
  after(() => office?.close());

  const health = (path: string) =>
    fetch(`http://127.0.0.1:${office.environment["SECRETARIAT_HEALTH_PORT"] ?? ""}${path}`);

  /** What a browser with a session meets, and how long it waits for it. */
  async function look(language: string) {
    const began = performance.now();
    const response = await fetch(`${office.origin}/tray`, {
      redirect: "manual",
      headers: { accept: "text/html", "accept-language": language, cookie: "session=x" },
    });
    const text = await response.text();
    return { response, text, seconds: (performance.now() - began) / 1000 };
  }

  async function isReady(): Promise<boolean> {
    return (await health("/healthz/ready")).status === 200;
  }

  async function whileAway(part: Part, work: () => Promise<void>): Promise<void> {
    await office.stop(part);
    try {
      await work();
    } finally {
      await office.start(part);
    }
    for (let tries = 0; tries < 100 && !(await isReady()); tries += 1) {
      await pause(100);
    }
    expect(await isReady()).to.equal(true);
  }

  async function expectSentences(): Promise<void> {
    for (const [language, sentence] of [
      ["en", "The system is not reachable just now. Wait a minute and try again."],
      ["hi", "प्रणाली से अभी संपर्क नहीं हो पा रहा है। एक मिनट बाद पुनः प्रयास करें।"],
    ] as const) {
      const { response, text, seconds } = await look(language);
      expect(response.status).to.equal(503);
      expect(text).to.contain(sentence).and.to.contain(`lang="${language}"`);
      expect(response.headers.get("retry-after")).to.equal("5");
      expect(response.headers.get("content-security-policy")).to.contain("default-src 'none'");
      expect(seconds).to.be.lessThan(6);
    }
  }

  it("answers 503 in both languages while Redis is away, and programs go on working", async () => {
    await whileAway("redis", async () => {
      await expectSentences();
      const ready = await health("/healthz/ready");
      expect([ready.status, (await ready.text()).trim()]).to.deep.equal([503, "redis unreachable"]);
      expect((await health("/healthz/live")).status).to.equal(200);
      const [journey] = journeys;
      const hop = journey?.hops[0];
      const sent = await fetch(`${office.origin}/items/${journey?.itemId}/movements`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${hop?.token}`,
          accept: "application/json",
          "content-type": "application/json",
        },
        body: JSON.stringify({ toPostId: hop?.toPostId }),
      });
      expect(sent.status).to.equal(200);
    });
  });

  it("answers 503 in both languages while Postgres is away", async () => {
    await whileAway("postgres", async () => {
      const program = await fetch(`${office.origin}/tray`, {
        headers: { authorization: "Bearer sec_x", accept: "application/json" },
      });
      expect(program.status).to.equal(503);
      expect(program.headers.get("content-type")).to.contain("application/problem+json");
      const ready = await health("/healthz/ready");
      expect([ready.status, (await ready.text()).trim()]).to.deep.equal([
        503,
        "database unreachable",
      ]);
      expect((await health("/healthz/live")).status).to.equal(200);
      expect((await health("/metrics")).status).to.equal(200);
    });
    expect((await look("en")).response.status).to.equal(303);
  });

  it("lets a request under way finish when told to stop, and takes no other", async () => {
    const hop = journeys[1]?.hops[0];
    const body = JSON.stringify({ toPostId: hop?.toPostId });
    const answered = new Promise<{ status: number; connection: string }>((resolve, reject) => {
      const sending = request(`${office.origin}/items/${journeys[1]?.itemId}/movements`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${hop?.token}`,
          accept: "application/json",
          "content-type": "application/json",
          "content-length": body.length,
        },
      });
      sending.on("error", reject);
      sending.on("response", (response) => {
        response.resume();
        resolve({
          status: response.statusCode ?? 0,
          connection: response.headers.connection ?? "",
        });
      });
      sending.write(body.slice(0, 5));
      setTimeout(() => sending.end(body.slice(5)), 1_500);
    });
    await pause(300);
    const stopped = office.stop("web");
    await pause(300);
    expect(await fetch(`${office.origin}/sign-in`).catch(() => "refused")).to.equal("refused");
    expect((await answered).status).to.equal(200);
    await stopped;
    await office.start("web");
  });

  it("ends soon when told to stop, though somebody counted what is queued", async () => {
    expect((await health("/metrics")).status).to.equal(200);
    const began = performance.now();
    await office.stop("web");
    expect(performance.now() - began).to.be.lessThan(8_000);
    await office.start("web");
  });

  it("starts before its database is there, and serves when it comes", async () => {
    await office.stop("web");
    await office.stop("postgres");
    const web = office.start("web");
    await pause(3_000);
    await office.start("postgres");
    await web;
    expect((await look("en")).response.status).to.equal(303);
  });

  for (const role of ["web", "worker"]) {
    it(`refuses to start as ${role} with a role that could change the record`, () => {
      for (const url of [
        office.environment["SECRETARIAT_OWNER_DATABASE_URL"] ?? "",
        office.superuserUrl,
      ]) {
        const { code, output } = office.run([role], { SECRETARIAT_DATABASE_URL: url });
        expect(code).to.equal(1);
        expect(output).to.contain("SECRETARIAT_DATABASE_URL names a role that owns tables");
        expect(output).not.to.contain(new URL(url).password);
      }
    });
  }

  it("refuses to go on with the record when its key is lost, rather than make another", () => {
    const empty = join(process.env["SECRETARIAT_TEST_FOLDER"] ?? "", "no-keys");
    mkdirSync(empty, { recursive: true });
    for (const role of ["web", "worker", "verify"]) {
      const { code, output } = office.run([role], { SECRETARIAT_KEYS_FOLDER: empty });
      expect(code, role).to.equal(1);
      expect(output).to.contain("SECRETARIAT_KEYS_FOLDER holds no record.key");
    }
  });

  it("fails at start naming the key that is wrong", () => {
    const { code, output } = office.run(["web"], { SECRETARIAT_REDIS_URL: "nonsense" });
    expect(code).to.equal(1);
    expect(output).to.contain("SECRETARIAT_REDIS_URL");
  });

  it("refuses a database that a later release has changed", async () => {
    const owner = new pg.Client(office.superuserUrl);
    await owner.connect();
    await owner.query("insert into migrations (name) values ('9999-later')");
    const { code, output } = office.run(["migrate"]);
    await owner.query("delete from migrations where name = '9999-later'");
    await owner.end();
    expect(code).to.equal(1);
    expect(output).to.contain("ahead of this release");
    expect(office.run(["migrate"]).code).to.equal(0);
  });

  it("wrote no token, name or statement into its logs", () => {
    const folder = join(process.env["SECRETARIAT_TEST_FOLDER"] ?? "", "outages", "log");
    const logs = ["web.log", "worker.log"].map((name) => readFileSync(join(folder, name), "utf8"));
    const text = logs.join("");
    for (const secret of [
      "sec_",
      "Bearer",
      "Ramesh",
      "रमेश",
      "insert into",
      "select ",
      "session=x",
    ]) {
      expect(text).not.to.contain(secret);
    }
  });
});
