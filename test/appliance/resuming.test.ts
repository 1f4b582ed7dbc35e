import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import { exit } from "../../installer/command/exit-codes.ts";
import { installSteps } from "../../installer/steps/index.ts";
import { hasLayer, startHost, until } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { carriedHost, install, installedLayer, medium } from "./support/carried-host.ts";
import { differences, endState } from "./support/end-state.ts";

const same = { name: "bare", ip: "10.77.0.21" } as const;
const unit = "installing";

/** Begins the installation as the administrator's terminal would, and does not wait for it. */
async function begin(host: Host): Promise<void> {
  const words = ["--config", "/root/site.yml", "--yes", "--skip-preflight"];
  const apart = ["-p", "KillMode=process", "-p", "StandardOutput=append:/root/install.log"];
  await host.run(["systemctl", "reset-failed", unit]);
  await host.must([
    "systemd-run",
    "-q",
    `--unit=${unit}`,
    ...apart,
    `${medium}/install`,
    "install",
    ...words,
  ]);
}

/** Waits until the journal of the installation names this step; false when it went past it. */
async function reached(host: Host, step: string): Promise<boolean> {
  return until({ what: `the step ${step}`, seconds: 600, everyMilliseconds: 100 }, async () => {
    const { output } = await host.run("cat /var/lib/secretariat/installer/journal.json");
    const journal = JSON.parse(output || "{}") as { step?: string };
    if (journal.step === step) {
      return true;
    }
    const { output: state } = await host.run(["systemctl", "is-active", unit]);
    return ["inactive", "failed"].includes(state.trim()) ? false : undefined;
  });
}

/** Ends the program alone, so that what it had started goes on, or everything it had started with it. */
async function kill(host: Host, alone: boolean): Promise<void> {
  await host.run(
    alone
      ? "pkill -KILL -f build/installer/install.js"
      : `systemctl kill --signal=KILL ${unit}; pkill -KILL -x 'apt-get|dpkg|pg_createcluster|pgbackrest'`,
  );
  await until({ what: "the installer to be gone", seconds: 30 }, async () => {
    const { output } = await host.run("pgrep -f build/installer/install.js");
    return output === "" || undefined;
  });
}

describe("An installation that is broken off", function () {
  this.timeout(3_600_000);
  let whole: readonly string[] = [];

  before(async () => {
    if (!hasLayer(installedLayer)) {
      const first = await carriedHost(same);
      const { code, output, errors } = await install(first);
      expect(code, output + errors).equal(0);
      await first.keepAs(installedLayer);
    }
    const reference = await startHost({ ...same, from: installedLayer });
    whole = await endState(reference);
    await reference.stop();
  });

  it("by kill -9 at each of its steps ends as one that was not", async () => {
    const host = await carriedHost(same);
    const killed: string[] = [];
    for (const [at, { id }] of installSteps.entries()) {
      await begin(host);
      if (await reached(host, id)) {
        await sleep((at % 4) * 300);
        await kill(host, at % 2 === 0);
        killed.push(id);
      }
    }
    process.stdout.write(`      killed in ${killed.join(", ")}\n`);
    expect(killed).include.members(["packages", "postgres", "database", "backups", "services"]);
    const last = await install(host);
    expect(last.code, last.output + last.errors).equal(0);
    expect(differences(whole, await endState(host))).deep.equal([]);
    expect((await install(host)).output).match(/0 changes/);
    await host.stop();
  });

  it("by power cuts while packages, cluster and backups are made ends the same", async () => {
    const host = await carriedHost(same);
    for (const id of ["packages", "postgres", "backups"]) {
      await begin(host);
      expect(await reached(host, id), id).equal(true);
      await sleep(1500);
      await host.powerCut();
      await host.start();
    }
    const last = await install(host);
    expect(last.code, last.output + last.errors).equal(0);
    expect(differences(whole, await endState(host))).deep.equal([]);
    await host.stop();
  });

  it("is left alone by a second one, which says so", async () => {
    const host = await carriedHost(same);
    await begin(host);
    expect(await reached(host, "packages")).equal(true);
    const second = await install(host);
    expect(second.code, second.output + second.errors).equal(exit.locked);
    await host.stop();
  });
});
