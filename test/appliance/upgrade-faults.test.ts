import { expect } from "chai";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exit } from "../../installer/command/exit-codes.ts";
import { client, stopAll, until, type Answer, type Host } from "./hosts/index.ts";
import { inOrder } from "./support/in-order.ts";
import { installedHost } from "./support/installed-host.ts";
import { makeReleases, type Releases } from "./support/releases.ts";
import { officeName } from "./support/site.ts";
import { takeAddresses, underLoad } from "./support/steady-load.ts";
import { unchanged, wideningStep, withoutKey, withSteps } from "./support/trial-changes.ts";
import { Upgrading } from "./support/upgrading.ts";

const steps = {
  "9001-wider": wideningStep("accounts"),
  "9002-papers": `export const step = { kind: "expand", lock: "none", seconds: 1 };
    export async function up({ query }) {
      await query("create table papers as select n as id, null::int as pages from generate_series(1, 40) n");
    }`,
  "9003-fill": `export const step = { kind: "backfill", lock: "none", seconds: 1 };
    export async function batch({ query }) {
      await query("select pg_sleep(0.5)");
      const { rowCount } = await query(
        "update papers set pages = pg_backend_pid() where id in (select id from papers where pages is null limit 1)");
      return rowCount;
    }`,
  "9004-breaking": `export const step = { kind: "expand", lock: "none", seconds: 1 };
    export async function up({ query }) {
      await query("create table sheets (id int)");
      await query("insert into sheets select id from papers, cause");
    }`,
};

/** From 0.1.0 one must stop at 0.5.0 on the way to 0.9.0. */
const path = {
  releases: [
    { version: "0.1.0", minFrom: "0.1.0", supersedes: [] },
    { version: "0.5.0", minFrom: "0.1.0", supersedes: [] },
    { version: "0.9.0", minFrom: "0.5.0", supersedes: [] },
  ],
};

const site = "/etc/secretariat/site.yml";

describe("Faults of an upgrade", function () {
  this.timeout(2_400_000);
  inOrder(this);
  let host: Host;
  let releases: Releases;
  let upgrading: Upgrading;
  let bundle = "";

  before(async () => {
    releases = await makeReleases();
    host = await installedHost(releases, { diskMegabytes: 8000 });
    upgrading = new Upgrading(host);
    await takeAddresses(await client("vpn"));
    const change = (tree: string): void => {
      withSteps(steps)(tree);
      withoutKey(/^ *sms: .*$/m)(tree);
    };
    bundle = await upgrading.carryIn(await releases.next("0.2.0", { change }));
  });
  after(() => stopAll());

  const run = (...words: readonly string[]): Promise<Answer> =>
    upgrading.command("upgrade", "run", ...words);

  /** Nobody noticed anything: the release before answers, and it is the one that starts. */
  async function expectUntouched(): Promise<void> {
    expect(await upgrading.installed()).to.equal("0.1.0");
    const way = ["--resolve", `${officeName}:443:${host.ip}`, "-ksS", "-o", "/dev/null"];
    const asked = ["-w", "%{http_code}", "--max-time", "20", `https://${officeName}/sign-in`];
    const { output } = await (await client("vpn")).run(["curl", ...way, ...asked]);
    expect(output).to.equal("200");
    const { output: since } = await host.run(
      "systemctl show -p ActiveEnterTimestampMonotonic --value secretariat-web@1 secretariat-web@2",
    );
    startedAt ??= since;
    expect(since).to.equal(startedAt);
  }
  let startedAt: string | undefined;

  const free = async (): Promise<number> =>
    Number(await host.must("df --output=avail -B1M /opt | tail -n 1"));

  it("21: does not jump over a release, and names the bundles in order", async () => {
    const folder = mkdtempSync(join(tmpdir(), "path-"));
    writeFileSync(join(folder, "upgrade-path.json"), JSON.stringify(path));
    const far = await upgrading.carryIn(
      await releases.next("0.9.0", {
        change: unchanged,
        path: join(folder, "upgrade-path.json"),
      }),
    );
    const { code, output, errors } = await run(far);
    expect(code, output + errors).to.equal(exit.preflightFailed);
    expect(output + errors).to.contain("secretariat-0.5.0 → secretariat-0.9.0");
    expect(await upgrading.journal()).to.deep.equal({});
    await host.must(`rm ${far} ${far}.minisig`);
    await expectUntouched();
  });

  it("28: names the key of site.yml that the new release does not take", async () => {
    await host.must(`cp -p ${site} /root/site.kept`);
    await host.must(`printf 'sms:\\n  url: https://sms.cg.example/send\\n' >>${site}`);
    expect((await upgrading.command("check-config")).code).to.equal(exit.ok);
    const { code, output, errors } = await run(bundle);
    expect(code, output + errors).to.equal(exit.preflightFailed);
    expect(output + errors).to.match(/site\.yml.*\bsms\b/s);
    await host.must(`cp -p /root/site.kept ${site}`);
    await expectUntouched();
  });

  it("23: does not begin while steps of the running release are left", async () => {
    const left = "/opt/secretariat/current/build/app/migrations/9000-left.js";
    await host.must(`cat >${left}`, { input: steps["9003-fill"] });
    const { code, output, errors } = await run(bundle);
    expect(code, output + errors).to.equal(exit.preflightFailed);
    expect(output + errors).to.match(/1 steps .*9000-left.*migrations wait/s);
    await host.must(`rm ${left}`);
    await expectUntouched();
  });

  it("29: does not begin without a backup", async () => {
    const broken = "/etc/systemd/system/secretariat-backup-database.service.d/broken.conf";
    await host.must(
      `mkdir -p $(dirname ${broken}) && printf '[Service]\nExecStart=\nExecStart=/bin/false\n' >${broken} && systemctl daemon-reload`,
    );
    const { code, output, errors } = await run(bundle);
    expect(code, output + errors).to.equal(exit.backupFailed);
    expect((await upgrading.journal()).state).to.equal("preflighted");
    expect((await host.run("test -e /opt/secretariat/releases/0.2.0")).code).to.equal(1);
    await host.must(`rm ${broken} && systemctl daemon-reload`);
    await expectUntouched();
  });

  it("33: gives the room back when the disk fills while it lays the release down", async () => {
    const before = await free();
    const running = run();
    await until({ what: "the backup", seconds: 600, everyMilliseconds: 50 }, async () =>
      (await upgrading.journal()).state === "backed_up" ? true : undefined,
    );
    await host.must(
      `fallocate -l $(( $(df --output=avail -B1 /opt | tail -n 1) - 150000000 )) /opt/filler`,
    );
    const { code, output, errors } = await running;
    expect(code, output + errors).to.equal(exit.interrupted);
    await host.must("rm /opt/filler");
    expect(before - (await free())).to.be.below(200); // the backup itself takes some
    expect(await host.must("dpkg --audit")).to.equal("");
    expect((await upgrading.journal()).state).to.equal("backed_up");
    await expectUntouched();
  });

  it("24: lets go of a table that somebody holds long, so that nobody queues for two seconds", async () => {
    const holding = "begin; select from accounts limit 1; select pg_sleep(90); commit";
    const held = upgrading.sql(holding, 150);
    const { load } = await underLoad(host, async () => {
      running = run();
      await until({ what: "the wider table", seconds: 600 }, async () =>
        (await upgrading.sql("select 1 from migrations where name = '9001-wider'")) === "1\n"
          ? true
          : undefined,
      );
    });
    process.stdout.write(`      ${JSON.stringify(load)}\n`);
    await held;
    expect(load.failures).to.deep.equal([]);
    expect(load.longestWait).to.be.below(2_000);
  });
  let running: Promise<Answer> | undefined;

  const filled = async (): Promise<number> =>
    Number(await upgrading.sql("select count(pages) from papers"));

  it("23: goes on filling in where it was killed, and lets no other upgrade between", async () => {
    await until({ what: "some rows", seconds: 120 }, async () =>
      (await filled()) >= 5 ? true : undefined,
    );
    await upgrading.kill();
    const migrating = await host.must("pgrep -f 'build/app/main.js migrate'");
    await host.run(["kill", "-KILL", ...migrating.trim().split("\n")]);
    await running;
    const before = await filled();
    expect(before).to.be.within(5, 39);
    expect((await run("/root/another.tar")).code).to.equal(exit.notPermittedHere);
    await expectUntouched();
  });

  it("25: leaves nothing of a step that fails midway, and goes on when the cause is mended", async () => {
    const { code, output, errors } = await run();
    expect(code, output + errors).to.equal(exit.interrupted);
    expect(output + errors).to.contain("cause");
    expect(await upgrading.sql("select count(*), count(distinct pages) from papers")).to.equal(
      "40|2\n", // filled in by two processes, each row once
    );
    expect(await upgrading.sql("select to_regclass('sheets')")).to.equal("\n");
    await expectUntouched();
    await upgrading.sql("create table cause as select 1 as one; grant select on cause to public");
    const again = await run();
    expect(again.code, again.output + again.errors).to.equal(exit.ok);
    expect(await upgrading.installed()).to.equal("0.2.0");
    expect(await upgrading.sql("select count(*) from sheets")).to.equal("40\n");
  });

  it("22: does not go to an older release but by its own way back", async () => {
    const older = await upgrading.carryIn(releases.first.bundle);
    const { code, output, errors } = await run(older);
    expect(code, output + errors).to.equal(exit.preflightFailed);
    expect(output + errors).to.contain("upgrade rollback");
    expect((await upgrading.command("upgrade", "rollback")).code).to.equal(exit.ok);
    expect(await upgrading.installed()).to.equal("0.1.0");
  });
});
