import { rmSync } from "node:fs";
import { expect } from "chai";
import { projectFile } from "../../app/base/paths.ts";
import { hasLayer, startHost, theSwitch } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { carriedHost, install, installedLayer } from "./support/carried-host.ts";
import { inventoryOf, writeOffice, type Placed } from "./support/offices.ts";

const count = 20;

/** How many tasks changed something on a host, by Ansible's own recap. */
type Recap = Readonly<Record<string, { readonly changed: number; readonly failed: number }>>;

describe("Twenty offices in rings onto three hosts", function () {
  this.timeout(2_400_000);
  const hosts: Host[] = [];
  let offices: readonly Placed[] = [];
  let folder = "";

  before(async () => {
    if (!hasLayer(installedLayer)) {
      const first = await carriedHost({ name: "first", ip: "10.77.0.21" });
      const { code, output, errors } = await install(first);
      expect(code, output + errors).equal(0);
      await first.keepAs(installedLayer);
    }
    for (const [index, name] of ["ring-1", "ring-2", "ring-3"].entries()) {
      hosts.push(await furnished(name, `10.77.0.${41 + index}`));
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

  /** An installed host under another name and address. */
  async function furnished(name: string, ip: string): Promise<Host> {
    const host = await startHost({ name, ip, from: installedLayer });
    await host.must(`sed -i 's/^address: .*/address: ${ip}/' /etc/secretariat/site.yml`);
    await host.must("secretariat reconfigure", { timeoutSeconds: 300 });
    return host;
  }

  async function play(playbook: string, more: readonly string[] = []) {
    const { run } = await theSwitch();
    const began = Date.now();
    const command = ["ansible-playbook", "-i", `${folder}/hosts.yml`, `playbooks/${playbook}.yml`];
    const ansible = projectFile("ansible");
    const environment = [`ANSIBLE_CONFIG=${ansible}/ansible.cfg`, "LANG=C.UTF-8", "HOME=/root"];
    const there = ["env", `--chdir=${ansible}`, ...environment];
    const { code, output } = await run([...there, ...command, ...more], { timeoutSeconds: 1_800 });
    const seconds = (Date.now() - began) / 1000;
    process.stdout.write(`      ${playbook} ${more.join(" ")}: ${seconds.toFixed(0)} s\n`);
    return { code, output, seconds, recap: recapOf(output) };
  }

  const named = (at: number): string => hosts[at]?.name ?? "";

  it("shows beforehand what it would do, and does none of it", async () => {
    const { code, output, recap } = await play("onboard", ["--check", "--diff"]);
    expect(code, output.slice(-3_000)).equal(0);
    expect(recap[named(0)]?.changed).greaterThan(0);
    const listed = await hosts[0]?.must("secretariat office list --json");
    expect(JSON.parse(listed ?? "")).deep.include({ offices: [] });
  });

  it("brings all of them in, each tried with a letter, within thirty minutes", async () => {
    const { code, output, seconds } = await play("onboard");
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
    const { code, output, recap } = await play("onboard");
    expect(code, output.slice(-3_000)).equal(0);
    expect(Object.values(recap).map(({ changed }) => changed)).deep.equal([0, 0, 0]);
  });

  it("changes one office and nothing of any other with --limit", async () => {
    const [one] = offices;
    writeOffice(folder, one?.lgd ?? "", "Renamed office");
    const { code, output, recap } = await play("onboard", ["--limit", `office_${one?.lgd}`]);
    expect(code, output.slice(-3_000)).equal(0);
    expect(Object.keys(recap)).deep.equal([one?.host.name]);
    const others = offices.slice(1).map(({ lgd }) => lgd);
    expect(
      others.filter((lgd) => output.includes(`'${lgd}'`) || output.includes(`office_${lgd})`)),
    ).deep.equal([]);
    expect((await play("onboard")).recap).satisfies((again: Recap) =>
      Object.values(again).every(({ changed }) => changed === 0),
    );
  });

  it("stops at a broken host and touches no other", async () => {
    const [, broken] = hosts;
    await broken?.must("systemctl stop secretariat.target 'secretariat-web@*' nginx");
    for (const { lgd } of offices.slice(0, 3)) {
      writeOffice(folder, lgd, "Once more renamed");
    }
    const { code, recap } = await play("onboard");
    expect(code).not.equal(0);
    expect(recap[named(0)]?.failed).equal(0);
    expect(recap[named(1)]?.failed).greaterThan(0);
    expect(recap[named(2)]).equal(undefined); // its ring never began
    const listed = await hosts[2]?.must("secretariat office list --json");
    expect(listed).not.contain("Once more renamed");
  });
});

function recapOf(output: string): Recap {
  const found = output.matchAll(
    /^(\S+)\s+:\s+ok=\d+\s+changed=(\d+)\s+unreachable=(\d+)\s+failed=(\d+)/gm,
  );
  return Object.fromEntries(
    [...found].map(([, name = "", changed, unreachable, failed]) => [
      name,
      { changed: Number(changed), failed: Number(failed) + Number(unreachable) },
    ]),
  );
}
