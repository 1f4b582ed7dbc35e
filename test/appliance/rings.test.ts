import { rmSync } from "node:fs";
import { expect } from "chai";
import type { Host } from "./hosts/index.ts";
import { installedHost } from "./support/installed-host.ts";
import { inventoryOf, writeOffice, type Placed } from "./support/offices.ts";
import { play } from "./support/play.ts";
import { makeReleases } from "./support/releases.ts";

const count = 20;

describe("Twenty offices in rings onto three hosts", function () {
  this.timeout(2_400_000);
  const hosts: Host[] = [];
  let offices: readonly Placed[] = [];
  let folder = "";

  before(async () => {
    const releases = await makeReleases();
    for (const [index, name] of ["ring-1", "ring-2", "ring-3"].entries()) {
      // Each is administered at an address of its own and serves at the one it was installed for.
      const host = { name, ip: `10.77.0.${41 + index}`, alias: "10.77.0.21" };
      hosts.push(await installedHost(releases, host));
    }
    offices = Array.from({ length: count }, (_, at) => {
      const host = hosts[at % hosts.length];
      return host ? [{ lgd: String(500 + at), host }] : [];
    }).flat();
    folder = inventoryOf(hosts, offices);
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const host of hosts) {
      await host.stop();
    }
  });

  const played = (playbook: string, more?: readonly string[]) => play(folder, playbook, more);

  const named = (at: number): string => hosts[at]?.name ?? "";

  it("shows beforehand what it would do, and does none of it", async () => {
    const { code, output, recap } = await played("onboard", ["--check", "--diff"]);
    expect(code, output.slice(-3_000)).equal(0);
    expect(recap[named(0)]?.changed).greaterThan(0);
    const listed = await hosts[0]?.must("secretariat office list --json");
    expect(JSON.parse(listed ?? "")).deep.include({ offices: [] });
  });

  it("brings all of them in, each tried with a letter, within thirty minutes", async () => {
    const { code, output, seconds } = await played("onboard");
    expect(code, output.slice(-4_000)).equal(0);
    expect(seconds).below(1_800);
    for (const [at, host] of hosts.entries()) {
      const { offices: listed } = JSON.parse(await host.must("secretariat office list --json")) as {
        offices: { lgd: string }[];
      };
      const own = offices.filter((office) => office.host === host).map(({ lgd }) => lgd);
      expect(
        listed.map(({ lgd }) => lgd),
        `host ${at}`,
      ).to.have.members(own);
    }
    expect(output).not.match(/[a-z2-9]{4}(-[a-z2-9]{4}){3}/); // no one-time password was printed
  });

  it("changes nothing the second time", async () => {
    const { code, output, recap } = await played("onboard");
    expect(code, output.slice(-3_000)).equal(0);
    expect(Object.values(recap).map((line) => line?.changed)).deep.equal([0, 0, 0]);
  });

  it("changes one office and nothing of any other with --limit", async () => {
    const [one] = offices;
    writeOffice(folder, one?.lgd ?? "", "Renamed office");
    const { code, output, recap } = await played("onboard", ["--limit", `office_${one?.lgd}`]);
    expect(code, output.slice(-3_000)).equal(0);
    expect(Object.keys(recap)).deep.equal([one?.host.name]);
    const others = offices.slice(1).map(({ lgd }) => lgd);
    expect(
      others.filter((lgd) => output.includes(`'${lgd}'`) || output.includes(`office_${lgd})`)),
    ).deep.equal([]);
    const again = Object.values((await played("onboard")).recap);
    expect(again.map((line) => line?.changed)).deep.equal([0, 0, 0]);
  });

  it("stops at a broken host and touches no other", async () => {
    const [, broken] = hosts;
    await broken?.must("systemctl stop secretariat.target 'secretariat-web@*' nginx");
    for (const { lgd } of offices.slice(0, 3)) {
      writeOffice(folder, lgd, "Once more renamed");
    }
    const { code, recap } = await played("onboard");
    expect(code).not.equal(0);
    expect(recap[named(0)]?.failed).equal(0);
    expect(recap[named(1)]?.failed).greaterThan(0);
    expect(recap[named(2)]).equal(undefined); // its ring never began
    const listed = await hosts[2]?.must("secretariat office list --json");
    expect(listed).not.contain("Once more renamed");
  });
});
