import { rmSync } from "node:fs";
import { expect } from "chai";
import { stopAll, type Host } from "./hosts/index.ts";
import { inOrder } from "./support/in-order.ts";
import { installedHost } from "./support/installed-host.ts";
import { inventoryOf } from "./support/offices.ts";
import { play, type Played } from "./support/play.ts";
import { makeReleases } from "./support/releases.ts";
import { thatCrashes, unchanged } from "./support/trial-changes.ts";

/** Upgrades and the way back, ring by ring, as the data centre plays them. */
describe("Upgrades by playbook", function () {
  this.timeout(2_400_000);
  inOrder(this);
  const hosts: Host[] = [];
  let folder = "";
  let good = "";
  let bad = "";

  before(async () => {
    const releases = await makeReleases();
    for (const [index, name] of ["ring-1", "ring-2"].entries()) {
      const host = { name, ip: `10.77.0.${41 + index}`, alias: "10.77.0.21" };
      hosts.push(await installedHost(releases, host));
    }
    good = await releases.next("0.2.0", { change: unchanged });
    bad = await releases.next("0.3.0", { change: thatCrashes });
    folder = inventoryOf(hosts, [], { variables: { secretariat_bundle_key: releases.publicKey } });
  });
  after(async () => {
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
  });

  const played = (playbook: string, bundle = good, more: readonly string[] = []) =>
    play(folder, playbook, ["-e", `secretariat_bundle=${bundle}`, ...more]);
  const plays = async (...asked: Parameters<typeof played>): Promise<Played> => {
    const told = await played(...asked);
    expect(told.code, told.output.slice(-5_000)).equal(0);
    return told;
  };
  const releasesRun = (): Promise<readonly string[]> =>
    Promise.all(
      hosts.map(async (host) => {
        await host.must("curl -sf -o /dev/null http://127.0.0.1:9181/healthz/ready");
        return (await host.must("basename $(readlink /opt/secretariat/current)")).trim();
      }),
    );
  const changesOf = ({ recap }: Played) => hosts.map(({ name }) => recap[name]?.changed);

  it("tell beforehand that they would, and do not", async () => {
    changesOf(await plays("upgrade", good, ["--check"])).forEach((changed) =>
      expect(changed).greaterThan(0),
    );
    expect(await releasesRun()).deep.equal(["0.1.0", "0.1.0"]);
  });

  it("bring every ring to the new release, and go past it the second time", async () => {
    await plays("upgrade");
    expect(await releasesRun()).deep.equal(["0.2.0", "0.2.0"]);
    expect(changesOf(await plays("upgrade"))).deep.equal([0, 0]);
  });

  it("take every ring back, from where it is upgraded anew", async () => {
    await plays("rollback");
    expect(await releasesRun()).deep.equal(["0.1.0", "0.1.0"]);
    await plays("upgrade");
    expect(await releasesRun()).deep.equal(["0.2.0", "0.2.0"]);
  });

  it("stop at the first ring of a release that does not start, which puts itself back", async () => {
    const { code, output, recap } = await played("upgrade", bad);
    expect(code).not.equal(0);
    expect(output).contain("ended with 21");
    expect(recap["ring-1"]?.failed).equal(1);
    expect(recap["ring-2"]).equal(undefined);
    expect(await releasesRun()).deep.equal(["0.2.0", "0.2.0"]);
    const untouched = await hosts[1]?.must("ls /var/lib /opt/secretariat/releases");
    expect(untouched).not.match(/0\.3\.0|secretariat-carried/);
  });
});
