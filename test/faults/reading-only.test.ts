import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import pg from "pg";
import type { Journey } from "./make-office.ts";
import { openPrivateOffice, type PrivateOffice } from "./private-office.ts";

/** Every process follows within this long. */
const soon = 2_500;
/** What a command answers is one line of JSON, if its log is silent. */
const quiet = { SECRETARIAT_LOG_LEVEL: "silent" };

describe("An office of real processes, open for reading only", function () {
  this.timeout(180_000);
  let office: PrivateOffice;
  let journeys: Journey[];

  before(async () => {
    office = await openPrivateOffice("reading-only");
    const { output } = office.run(["--import=tsx", "test/faults/make-office.ts"]);
    journeys = JSON.parse(output) as Journey[];
  });
  after(() => office?.close());

  const health = (path: string) =>
    fetch(`http://127.0.0.1:${office.environment["SECRETARIAT_HEALTH_PORT"] ?? ""}${path}`);

  const program = () => ({
    authorization: `Bearer ${journeys[0]?.hops[0]?.token ?? ""}`,
    accept: "application/json",
    "content-type": "application/json",
  });

  const read = () => fetch(`${office.origin}/tray`, { headers: program() });

  /** Sends the next item on its way. */
  function send(): Promise<Response> {
    const { itemId, hops } = journeys.shift() ?? { itemId: "", hops: [] };
    const headers = { ...program(), authorization: `Bearer ${hops[0]?.token ?? ""}` };
    const body = JSON.stringify({ toPostId: hops[0]?.toPostId, actionAsked: "action" });
    return fetch(`${office.origin}/items/${itemId}/movements`, { method: "POST", headers, body });
  }

  async function asSuperuser(...statements: readonly string[]): Promise<void> {
    const client = new pg.Client(office.superuserUrl);
    await client.connect();
    for (const statement of statements) {
      await client.query(statement);
    }
    await client.end();
  }

  async function counted(what: string): Promise<number> {
    const client = new pg.Client(office.superuserUrl);
    await client.connect();
    const { rows } = await client.query<{ count: number }>(`select count(*)::int from ${what}`);
    await client.end();
    return rows[0]?.count ?? -1;
  }

  async function signInPage(language: string): Promise<string> {
    const headers = { "accept-language": language, accept: "text/html" };
    return (await fetch(`${office.origin}/sign-in`, { headers })).text();
  }

  it("is switched by one command, follows in seconds, and works again afterwards", async () => {
    await office.stop("worker"); // it would seal what was written before anybody looks
    expect((await send()).status).to.equal(200);
    const reason = ["--reason-en", "Backups are restored."];
    const on = office.run(["read-only", "on", ...reason], quiet);
    expect(on.code, on.output).to.equal(0);
    expect(JSON.parse(on.output)).to.include({ isReadOnly: true });
    await pause(soon);
    const refused = await send();
    expect([refused.status, refused.headers.get("retry-after")]).to.deep.equal([503, "60"]);
    expect((await read()).status).to.equal(200);
    expect((await health("/healthz/ready")).status).to.equal(200);
    expect(await (await health("/version")).json()).to.include({ readOnly: true });
    expect(await signInPage("en")).to.contain("Backups are restored.");
    const judged = office.run(["verify"], quiet); // what was written last is not sealed yet, and may not be now
    expect(judged.output).to.match(/^The record is whole: \d+ rows sealed, [1-9]\d* waiting/m);
    expect(judged.code).to.equal(0);
    await office.start("worker");
    expect(office.run(["read-only", "on"]).code).to.equal(1);
    expect(office.run(["read-only", "off"]).code).to.equal(0);
    await pause(soon);
    expect((await send()).status).to.equal(200);
    expect(await signInPage("en")).not.to.contain("for reading only");
  });

  it("has work that was given up tried anew by one command, and the worker does it", async () => {
    await asSuperuser(
      `insert into deliveries (event_id, job, attempts, due_at)
       select id, 'notices.reading', 12, 'infinity' from events where action = 'item.sent' limit 1`,
    );
    const asked = (verb: string) => {
      const { code, output } = office.run(["deliveries", verb], quiet);
      expect(code, output).to.equal(0);
      return JSON.parse(output) as { retried: number; parked: { job: string; count: number }[] };
    };
    expect(asked("list").parked[0]).to.include({ job: "notices.reading", count: 1, isKnown: true });
    expect(asked("retry")).to.deep.equal({ retried: 1, parked: [] });
    await pause(soon);
    expect(await counted("deliveries where job = 'notices.reading'")).to.equal(0);
    expect(await counted("events where action = 'service.deliveries-retried'")).to.equal(1);
    expect(asked("retry").retried).to.equal(0);
    expect(office.run(["deliveries", "forget"]).code).to.equal(2);
  });

  it("announces in both languages on every page, until it is withdrawn", async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z/, "Z");
    const words = ["--hi", "आज रात 9 बजे अनुरक्षण होगा।", "--en", "Maintenance tonight at 9."];
    const said = office.run(["announce", "add", ...words, "--until", until], quiet);
    expect(said.code, said.output).to.equal(0);
    const { announcements } = JSON.parse(said.output) as {
      announcements: { id: string }[];
    };
    await pause(soon);
    expect(await signInPage("en")).to.contain("Maintenance tonight at 9.");
    expect(await signInPage("hi")).to.contain("आज रात 9 बजे अनुरक्षण होगा।");
    expect(office.run(["announce", "withdraw", announcements[0]?.id ?? ""]).code).to.equal(0);
    await pause(soon);
    expect(await signInPage("en")).not.to.contain("Maintenance tonight at 9.");
  });

  it("serves a server that only reads, as in a drill: starts, is ready, shows, and refuses writing", async () => {
    const role = "secretariat_app";
    await office.stop("web");
    await asSuperuser(`alter role ${role} set default_transaction_read_only = on`);
    try {
      await office.start("web");
      expect((await health("/healthz/ready")).status).to.equal(200);
      expect((await read()).status).to.equal(200);
      expect((await send()).status).to.equal(503);
      expect(await signInPage("hi")).to.contain("कार्यालय केवल पढ़ने के लिए खुला है");
      expect(office.run(["read-only", "on"]).code).to.equal(1);
    } finally {
      await office.stop("web");
      await asSuperuser(`alter role ${role} reset default_transaction_read_only`);
      await office.start("web");
    }
    expect((await send()).status).to.equal(200);
  });

  it("is not ready where it cannot write though it should, and says why", async () => {
    await asSuperuser("revoke update, insert on write_probes from secretariat_app");
    const told = await health("/healthz/ready");
    expect([told.status, await told.text()]).to.deep.equal([503, "database takes no writes\n"]);
    await asSuperuser("grant update, insert on write_probes to secretariat_app");
    await asSuperuser("update schema_compatibility set oldest_application = 999");
    expect(await (await health("/healthz/ready")).text()).to.contain("from step 999 on");
    await asSuperuser("update schema_compatibility set oldest_application = 26");
    expect((await health("/healthz/ready")).status).to.equal(200);
    expect((await health("/healthz/deps")).status).to.equal(200);
    const figures = await (await health("/metrics")).text();
    for (const name of ["database_pool", "schema_level", "queue_jobs", "oldest_delivery_seconds"]) {
      expect(figures).to.contain(`secretariat_${name}`);
    }
  });

  it("tells systemd when it is ready, that it lives, and that it ends", async () => {
    const folder = mkdtempSync(join(tmpdir(), "secretariat-notify-"));
    const heard = join(folder, "heard");
    const messenger = join(folder, "systemd-notify");
    writeFileSync(messenger, `#!/bin/sh\necho "$@" >> ${heard}\n`);
    chmodSync(messenger, 0o755);
    await office.stop("web");
    const env = {
      ...office.environment,
      PATH: `${folder}:${office.environment["PATH"] ?? ""}`,
      NOTIFY_SOCKET: join(folder, "socket"),
      WATCHDOG_USEC: "1500000",
    };
    const web = spawn(process.execPath, ["build/app/main.js", "web"], { env, stdio: "ignore" });
    const ended = once(web, "exit");
    for (let tries = 0; tries < 300 && !/WATCHDOG=1/.test(textOf(heard)); tries += 1) {
      await pause(100);
    }
    expect(textOf(heard))
      .to.match(/READY=1 STATUS=Serving/)
      .and.to.contain("WATCHDOG=1");
    web.kill("SIGTERM");
    expect(await ended).to.deep.equal([0, null]);
    expect(textOf(heard)).to.contain("STOPPING=1");
    rmSync(folder, { recursive: true });
    await office.start("web");
  });

  it("ends a command that is told to stop", async () => {
    const { environment: env } = office;
    const long = spawn(process.execPath, ["build/app/main.js", "demonstration"], {
      env,
      stdio: "ignore",
    });
    await pause(6_000);
    const began = performance.now();
    long.kill("SIGTERM");
    const [code, signal] = (await once(long, "exit")) as [number | null, string | null];
    expect(code === 143 || signal === "SIGTERM").to.equal(true); // the latter before its first line was run
    expect(performance.now() - began).to.be.below(2_000);
  });
});

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
