import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import { exit } from "../../installer/command/exit-codes.ts";
import { cluster } from "../../installer/database/index.ts";
import { client, stopAll, until, type Host } from "./hosts/index.ts";
import { browserAt } from "./support/browse.ts";
import { inOrder } from "./support/in-order.ts";
import { installedHost } from "./support/installed-host.ts";
import { makeReleases, type Releases } from "./support/releases.ts";
import { administrator, officeName } from "./support/site.ts";
import { takeAddresses, underLoad, type Count } from "./support/steady-load.ts";
import {
  otherSettings,
  thatCrashes,
  thatFailsSome,
  thatHandsNothingOn,
  thatIsSilent,
  thatIsSlow,
  unchanged,
  wideningStep,
  withSteps,
} from "./support/trial-changes.ts";
import { Upgrading } from "./support/upgrading.ts";

/** The tables a visitor is looked up in. Their plans are kept by the release before, and no longer fit. */
const steps = {
  "9001-posts": wideningStep("posts"),
  "9002-accounts": wideningStep("accounts"),
  "9003-trial": `export const step = { kind: "expand", lock: "none", seconds: 1 };
    export async function up({ query }) { await query("create table trial (id int)"); }`,
};

function measured(what: string, count: Count): void {
  process.stdout.write(`      ${what}: ${JSON.stringify(count)}\n`);
}

describe("An upgrade on a real host", function () {
  this.timeout(2_400_000);
  inOrder(this);
  let host: Host;
  let releases: Releases;
  let upgrading: Upgrading;
  let bundle = "";

  before(async () => {
    releases = await makeReleases();
    host = await installedHost(releases);
    upgrading = new Upgrading(host);
    await takeAddresses(await client("vpn"));
    const change = (tree: string): void => {
      withSteps(steps)(tree);
      otherSettings(tree);
    };
    const difference = { change, renewed: "postgresql-15" };
    bundle = await upgrading.carryIn(await releases.next("0.2.0", difference));
  });
  after(() => stopAll());

  /** A stranger who mistypes: the release that runs writes it into the record. */
  async function failToSignIn(): Promise<void> {
    const authority = await host.must("cat /etc/secretariat/tls/authority.crt");
    const browser = browserAt({ place: await client("vpn"), host, name: officeName, authority });
    const door = await browser.get("/sign-in");
    await browser.submit(door, { login: administrator.login, password: "wrong" });
    browser.close();
  }

  it("is planned before anything stops, and refuses what cannot be", async () => {
    const plan = await upgrading.command("upgrade", "plan", bundle, "--json");
    expect(plan.code, plan.errors).to.equal(exit.ok);
    const { from, to, migrations, usual, updates } = JSON.parse(plan.output) as {
      from: string;
      to: string;
      usual: readonly object[];
      updates: readonly string[];
      migrations: readonly { name: string; lock: string }[];
    };
    expect({ from, to }).to.deep.equal({ from: "0.1.0", to: "0.2.0" });
    expect({ usual, updates }).to.deep.equal({ usual: [], updates: ["postgresql-15"] });
    expect(migrations.map(({ name, lock }) => `${name} ${lock}`)).to.deep.equal([
      "9001-posts exclusive",
      "9002-accounts exclusive",
      "9003-trial none",
    ]);
    const flipped = "/root/flipped.tar";
    await host.must(`cp ${bundle} ${flipped}; cp ${bundle}.minisig ${flipped}.minisig`);
    await host.must(`printf x | dd of=${flipped} bs=1 seek=100000 conv=notrunc`);
    expect((await upgrading.command("upgrade", "plan", flipped)).code).to.equal(exit.failed);
    await host.must(`rm ${flipped}`);
  });

  const stores = [cluster.unit, "redis-server@secretariat.service"];
  const running = async (): Promise<readonly string[]> =>
    Promise.all(stores.map((unit) => host.must(`systemctl show -P MainPID ${unit}`)));

  it("fails no request at fifty a second, though tables change under the release before", async () => {
    const before = await running();
    const { told, load } = await underLoad(host, () => upgrading.command("upgrade", "run", bundle));
    process.stdout.write(`${told.output.replaceAll(/^/gm, "      ")}\n`);
    measured("forth", load);
    expect(told.code, told.output + told.errors).to.equal(exit.ok);
    expect(load.failures).to.deep.equal([]);
    expect(load.sent).to.be.above(500);
    expect(load.longestGap).to.be.below(2_000);
    stores.forEach((unit) => expect(told.output).to.include(unit)); // to be started anew
    expect(await running()).to.deep.equal(before);
    expect(await upgrading.installed()).to.equal("0.2.0");
  });

  it("brought Debian's update too, and settings, which run after the next reconfigure", async () => {
    const version = await host.must("dpkg-query -W -f '${Version}' postgresql-15");
    expect(version).to.match(/\+trial1$/);
    const before = await running();
    const check = await upgrading.command("reconfigure", "--check", "--json");
    stores.forEach((unit) => expect(check.output).to.include(`restart ${unit}`));
    await host.must("secretariat reconfigure", { timeoutSeconds: 600 });
    (await running()).forEach((leader, at) => expect(leader).to.not.equal(before[at]));
    expect(await upgrading.sql("show max_locks_per_transaction")).to.equal("96\n");
    const again = await upgrading.command("reconfigure", "--check");
    expect(again.code, again.output + again.errors).to.equal(exit.ok);
  });

  it("can go back to the very moment before, which has its name in the journal", async () => {
    const { restorePoint } = await upgrading.journal();
    expect(restorePoint).to.match(/^before-0\.2\.0-\d{8}T\d{6}Z$/);
    const plan = await upgrading.command("restore", "plan", "--point", restorePoint ?? "");
    expect(plan.code, plan.output + plan.errors).to.equal(exit.ok);
  });

  it("is undone within a minute and loses no row, though the new release wrote", async () => {
    await failToSignIn();
    await upgrading.sql(
      "insert into trial values (7); update accounts set trial = 'of the new release'",
    );
    const before = await upgrading.rows();
    const began = Date.now();
    const { told, load } = await underLoad(host, () => upgrading.command("upgrade", "rollback"));
    measured(`back in ${Date.now() - began} ms`, load);
    expect(told.code, told.output + told.errors).to.equal(exit.ok);
    expect(load.failures).to.deep.equal([]);
    expect(Date.now() - began).to.be.below(60_000);
    expect(await upgrading.installed()).to.equal("0.1.0");
    expect(await upgrading.rows()).to.be.at.least(before);
    await failToSignIn();
    expect(await upgrading.rows()).to.be.above(before); // the old release writes into the new tables
    expect(await upgrading.sql("select trial from accounts limit 1")).to.equal(
      "of the new release\n",
    );
  });

  it("goes on after a kill, wherever it came, and nobody notices", async () => {
    const { load } = await underLoad(host, async () => {
      for (const [state, words] of [
        ["staged", [bundle]],
        ["rolled(1)", []],
      ] as const) {
        let isEnded = false;
        const running = upgrading.command("upgrade", "run", ...words);
        void running.then(() => (isEnded = true));
        await until({ what: `the state ${state}`, seconds: 600 }, async () =>
          isEnded || (await upgrading.journal()).state === state ? true : undefined,
        );
        expect(isEnded && (await running), `ended before ${state}`).to.equal(false);
        await upgrading.kill();
        await running;
      }
      const again = await upgrading.command("upgrade", "run");
      expect(again.code, again.output + again.errors).to.equal(exit.ok);
    });
    measured("killed twice", load);
    expect(load.failures).to.deep.equal([]);
    expect(await upgrading.installed()).to.equal("0.2.0");
    expect((await upgrading.command("upgrade", "plan", bundle)).code).to.equal(exit.nothingToDo);
  });

  for (const [version, name, change] of [
    ["0.3.0", "does not start", thatCrashes],
    ["0.3.1", "fails every tenth request", thatFailsSome],
    ["0.3.2", "keeps every tenth request waiting", thatIsSlow],
    ["0.3.3", "hands no event on", thatHandsNothingOn],
    ["0.3.4", "is ready and answers nobody", thatIsSilent],
  ] as const) {
    it(`puts itself back when the new release ${name}`, async () => {
      await failToSignIn();
      const before = await upgrading.rows();
      const bad = await upgrading.carryIn(await releases.next(version, { change }));
      const { told, load } = await underLoad(host, () =>
        whileEventsCome(upgrading.command("upgrade", "run", bad)),
      );
      measured(told.output.trim().split("\n").at(-1) ?? "", load);
      expect(told.code, told.output + told.errors).to.equal(exit.rolledBack);
      const seconds = Number(/runs again \(([\d.]+) s\)/.exec(told.output)?.[1]);
      expect(seconds).to.be.below(60);
      if (change === thatCrashes) {
        expect(load.failures).to.deep.equal([]); // the other process went on
      }
      expect(await upgrading.installed()).to.equal("0.2.0");
      expect((await upgrading.command("status")).code).to.equal(exit.ok);
      expect(await upgrading.rows()).to.be.at.least(before);
      await host.must(`rm ${bad}`);
    });
  }

  /** Every second an event waits for its listener, who finds that it is no news of his. */
  async function whileEventsCome<T>(work: Promise<T>): Promise<T> {
    const ended = work.then(() => true).catch(() => true);
    while (!(await Promise.race([ended, sleep(1_000, false)]))) {
      await upgrading.sql(
        `insert into deliveries (event_id, job)
         select id, 'notices.arrival' from events where item_id is null order by id desc limit 1
         on conflict do nothing`,
      );
    }
    return work;
  }

  it("is settled, and then the release before is gone", async () => {
    const last = await upgrading.carryIn(await releases.next("0.4.0", { change: unchanged }));
    const told = await whileEventsCome(upgrading.command("upgrade", "run", last));
    expect(told.code, told.output + told.errors).to.equal(exit.ok);
    expect((await upgrading.command("upgrade", "finalize")).code).to.equal(exit.ok);
    expect((await host.run("dpkg -s secretariat-0.2.0")).code).to.not.equal(0);
    expect(await host.must("ls /opt/secretariat/releases")).to.equal("0.4.0\n");
    expect((await upgrading.command("upgrade", "rollback")).code).to.equal(exit.notPermittedHere);
  });
});
