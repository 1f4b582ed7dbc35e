import { expect } from "chai";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exit } from "../../installer/command/exit-codes.ts";
import { client, startHost, stopAll, until, type Host } from "./hosts/index.ts";
import { makeReleases, rewrite, type Releases } from "./support/releases.ts";
import { officeName, siteFor } from "./support/site.ts";
import { SteadyLoad, takeAddresses, type Count } from "./support/steady-load.ts";

const address = "10.77.0.31";
const secretariat = "/usr/local/bin/secretariat";

/** A table more, which the release before knows nothing of. */
function withMigration(tree: string): void {
  rewrite(
    join(tree, "build/app/migrations/9001-trial.js"),
    `export const step = { kind: "expand", lock: "none", seconds: 1 };
     export async function up({ query }) { await query("create table trial (id int)"); }`,
  );
}

function thatCrashes(tree: string): void {
  const file = join(tree, "build/app/web.js");
  rewrite(file, `throw new Error("a broken release");\n${readFileSync(file, "utf8")}`);
}

/** Starts well, says that it is ready, and fails every tenth person. */
function thatFailsSome(tree: string): void {
  const file = join(tree, "build/app/web.js");
  const before = "koa.use(serveAssets);";
  const text = readFileSync(file, "utf8");
  expect(text).to.contain(before);
  const failing =
    'koa.use(async (c, next) => { if (Math.random() < 0.1) { c.status = 500; c.body = "no"; } else { await next(); } });';
  rewrite(file, text.replace(before, `${before}${failing}`));
}

function measured(what: string, count: Count): void {
  process.stdout.write(`      ${what}: ${JSON.stringify(count)}\n`);
}

describe("An upgrade on a real host", function () {
  this.timeout(1_800_000);
  let host: Host;
  let releases: Releases;

  before(async () => {
    releases = await makeReleases("0.1.0");
    host = await startHost({ name: "upgrade", ip: address });
    await takeAddresses(await client("vpn"));
    await carryIn(releases.first);
    await host.copyIn(releases.publicKey, "/root");
    const site = join(mkdtempSync(join(tmpdir(), "site-")), "site.yml");
    writeFileSync(site, siteFor({ address }));
    await host.copyIn(site, "/root");
    await host.must(
      "cd /root && tar -xf secretariat-0.1.0-*.tar --strip-components=1 --wildcards '*/install' && " +
        "bash ./install install --bundle /root/secretariat-0.1.0-debian12-amd64.tar --key /root/secretariat.pub --config /root/site.yml --yes",
      { timeoutSeconds: 900 },
    );
  });
  after(() => stopAll());

  async function carryIn(bundle: string): Promise<string> {
    await host.copyIn(bundle, "/root");
    await host.copyIn(`${bundle}.minisig`, "/root");
    return `/root/${bundle.split("/").at(-1) ?? ""}`;
  }

  const command = (...words: string[]) =>
    host.run([secretariat, ...words, "--language", "en"], { timeoutSeconds: 600 });

  const rows = async (): Promise<number> => {
    const sql = "select (select count(*) from events) + (select count(*) from accounts)";
    return Number(
      await host.must(["runuser", "-u", "postgres", "--", "psql", "-XAtc", sql, "secretariat"]),
    );
  };

  async function underLoad<T>(
    work: () => Promise<T>,
  ): Promise<{ told: T; load: Awaited<ReturnType<SteadyLoad["stop"]>> }> {
    const load = new SteadyLoad({
      place: await client("vpn"),
      ip: address,
      name: officeName,
      perSecond: 50,
    });
    try {
      return { told: await work(), load: await load.stop() };
    } catch (error) {
      await load.stop();
      throw error;
    }
  }

  it("is planned before anything stops, and refuses what cannot be", async () => {
    const bundle = await carryIn(await releases.next("0.2.0", withMigration));
    const plan = await command("upgrade", "plan", bundle, "--json");
    expect(plan.code, plan.errors).to.equal(exit.ok);
    const { from, to, migrations } = JSON.parse(plan.output) as {
      from: string;
      to: string;
      migrations: readonly { name: string; lock: string }[];
    };
    expect({ from, to }).to.deep.equal({ from: "0.1.0", to: "0.2.0" });
    expect(migrations.map(({ name, lock }) => `${name} ${lock}`)).to.deep.equal([
      "9001-trial none",
    ]);
    const same = await command("upgrade", "plan", "/root/secretariat-0.1.0-debian12-amd64.tar");
    expect(same.code).to.equal(exit.nothingToDo);
    const flipped = "/root/flipped.tar";
    await host.must(`cp ${bundle} ${flipped}; cp ${bundle}.minisig ${flipped}.minisig`);
    await host.must(`printf x | dd of=${flipped} bs=1 seek=100000 conv=notrunc`);
    expect((await command("upgrade", "plan", flipped)).code).to.equal(exit.failed);
    await host.must(`rm ${flipped}`);
  });

  it("fails no request at fifty a second, forth and back", async () => {
    const before = await rows();
    const { told, load } = await underLoad(() =>
      command("upgrade", "run", "/root/secretariat-0.2.0-debian12-amd64.tar"),
    );
    expect(told.code, told.output + told.errors).to.equal(exit.ok);
    measured("forth", load);
    expect(load.failures).to.deep.equal([]);
    expect(load.sent).to.be.above(500);
    expect((await command("version", "--json")).output).to.contain('"installed":"0.2.0"');

    const began = Date.now();
    const back = await underLoad(() => command("upgrade", "rollback"));
    measured(`back in ${Date.now() - began} ms`, back.load);
    expect(back.told.code, back.told.output + back.told.errors).to.equal(exit.ok);
    expect(back.load.failures).to.deep.equal([]);
    expect(Date.now() - began).to.be.below(60_000 + 5_000);
    expect((await command("version", "--json")).output).to.contain('"installed":"0.1.0"');
    expect(await rows()).to.be.at.least(before);
  });

  it("goes on after a kill", async () => {
    const running = command("upgrade", "run", "/root/secretariat-0.2.0-debian12-amd64.tar");
    await until({ what: "the release is staged", seconds: 300 }, async () => {
      const { code } = await host.run("grep -q staged /var/lib/secretariat/installer/upgrade.json");
      return code === 0 ? true : undefined;
    });
    const lock = await host.must("cat /var/lib/secretariat/installer/lock");
    await host.must(["kill", "-KILL", String((JSON.parse(lock) as { process: number }).process)]);
    await running;
    const again = await command("upgrade", "run");
    expect(again.code, again.output + again.errors).to.equal(exit.ok);
    expect((await command("version", "--json")).output).to.contain('"installed":"0.2.0"');
  });

  for (const [version, name, change] of [
    ["0.3.0", "does not start", thatCrashes],
    ["0.3.1", "fails every tenth request", thatFailsSome],
  ] as const) {
    it(`puts itself back when the new release ${name}`, async () => {
      const before = await rows();
      const bundle = await carryIn(await releases.next(version, change));
      const { told, load } = await underLoad(() => command("upgrade", "run", bundle));
      measured(told.output.trim().split("\n").at(-1) ?? "", load);
      expect(told.code, told.output + told.errors).to.equal(exit.rolledBack);
      const seconds = Number(/runs again \(([\d.]+) s\)/.exec(told.output)?.[1]);
      expect(seconds).to.be.below(60);
      expect((await command("version", "--json")).output).to.contain('"installed":"0.2.0"');
      expect((await command("status")).code).to.equal(exit.ok);
      expect(await rows()).to.be.at.least(before);
    });
  }

  it("is settled, and then the release before is gone", async () => {
    const bundle = await carryIn(await releases.next("0.4.0", () => undefined));
    expect((await command("upgrade", "run", bundle)).code).to.equal(exit.ok);
    expect((await command("upgrade", "finalize")).code).to.equal(exit.ok);
    expect((await host.run("dpkg -s secretariat-0.2.0")).code).to.not.equal(0);
    expect((await command("upgrade", "rollback")).code).to.equal(exit.notPermittedHere);
  });
});
