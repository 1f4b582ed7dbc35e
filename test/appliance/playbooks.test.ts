import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { startHost, theSwitch } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { theBundle } from "./support/bundle.ts";
import { differences, endState } from "./support/end-state.ts";
import { inOrder } from "./support/in-order.ts";
import { inventoryOf, writeOffice } from "./support/offices.ts";
import { play, type Played } from "./support/play.ts";
import { officeName, siteFor } from "./support/site.ts";

const lgd = "500";

/** Every playbook against a host that had nothing, and another that keeps its backups. */
describe("The playbooks on real hosts", function () {
  this.timeout(2_400_000);
  inOrder(this);
  let host: Host;
  let store: Host;
  let folder = "";
  let everything = "";

  before(async () => {
    host = await startHost({ name: "office", ip: "10.77.0.51" });
    store = await startHost({ name: "store", ip: "10.77.0.52" });
    const [bundle, , key] = await theBundle();
    const options = ["--skip-preflight"]; // many hosts share one disk, which is no matter here
    const variables = {
      secretariat_bundle: bundle,
      secretariat_bundle_key: key,
      secretariat_site: "{{ inventory_dir }}/sites/{{ inventory_hostname }}.yml",
      installer_options: options,
    };
    folder = inventoryOf([host], [{ lgd, host }], { stores: [store], variables });
    mkdirSync(join(folder, "sites"));
    writeSite("");
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await host.stop();
    await store.stop();
  });

  function writeSite(more: string): void {
    writeFileSync(join(folder, "sites/office.yml"), siteFor({ address: host.ip, more }));
  }

  /** With every word Ansible has: what is secret must not be among them. */
  async function played(playbook: string, more: readonly string[] = []): Promise<Played> {
    const told = await play(folder, playbook, ["-vvv", ...more]);
    everything += told.output;
    return told;
  }

  async function plays(playbook: string, more: readonly string[] = []): Promise<Played> {
    const told = await played(playbook, more);
    expect(told.code, told.output.slice(-5_000)).equal(0);
    return told;
  }

  const changesOf = ({ recap }: Played): readonly (number | undefined)[] =>
    [host.name, store.name].map((name) => recap[name]?.changed);

  it("tell on bare hosts what they would do, and do none of it", async () => {
    const before = await Promise.all([host, store].map(endState));
    const told = await plays("site", ["--check", "--diff"]);
    changesOf(told).forEach((changed) => expect(changed).greaterThan(0));
    const after = await Promise.all([host, store].map(endState));
    expect(before.map((state, at) => differences(state, after[at] ?? []))).deep.equal([[], []]);
  });

  it("look at a bare host: the checks of the installer, one answer", async () => {
    const { code, output } = await played("preflight");
    expect(output).contain("PF-011");
    expect(code === 0 || /ended with 10/.test(output), output.slice(-3_000)).equal(true);
  });

  it("install, though the line drops in the middle, and take it up again", async () => {
    await plays("site", ["--limit", "backup_hosts"]);
    const broken = played("site", ["--limit", "appliances"]);
    await untilThere(host, "/opt/secretariat/current");
    await host.unplug();
    const told = await broken;
    await host.plugIn();
    expect(told.code).not.equal(0);
    expect(told.recap[host.name]?.failed).equal(1);
    await host.run("while pgrep -f '[i]nstaller/install.js'; do sleep 2; done", {
      timeoutSeconds: 900,
    });
    await plays("site");
    expect(await host.must("systemctl --failed --no-legend")).equal("");
    const logs = "cat /var/lib/secretariat/installer/logs/*-install.log";
    expect(await host.must(logs)).contain("--skip-preflight");
    const kept = await host.must("stat -c %a /root/secretariat-first-administrator.json");
    expect(kept).equal("600\n");
  });

  it("change nothing the second time, and say so beforehand", async () => {
    expect(changesOf(await plays("site"))).deep.equal([0, 0]);
    expect(changesOf(await plays("site", ["--check", "--diff"]))).deep.equal([0, 0]);
    for (const each of [host, store]) {
      expect(await each.must("ls /var/lib")).not.contain("secretariat-carried");
    }
  });

  it("tell what another site.yml would change, then change that", async () => {
    const fingerprint = await store.must(
      "openssl x509 -in /etc/secretariat-store/server.crt -noout -fingerprint -sha256 | cut -d= -f2",
    );
    const second = `url: https://${store.ip}:8443, fingerprint: "${fingerprint.trim()}"`;
    writeSite(`backups: { second: { ${second} } }\n`);
    const told = await plays("site", ["--check", "--diff"]);
    expect(told.output).contain(store.ip);
    expect(changesOf(told)[0]).greaterThan(0);
    expect(await host.must("cat /etc/secretariat/backups.json")).not.contain("second-host");
    expect(changesOf(await plays("site"))[0]).greaterThan(0);
    expect(await host.must("cat /etc/secretariat/backups.json")).contain("second-host");
  });

  it("back up, to the second host too, which refuses to delete", async () => {
    await plays("backup");
    await host.must("systemctl start secretariat-backup-documents", { timeoutSeconds: 300 });
    const kept = "find /var/lib/secretariat-store/office/snapshots -type f | head -n 1";
    const snapshot = (await store.must(kept)).trim().split("/").at(-1) ?? "";
    expect(snapshot).match(/^[0-9a-f]{64}$/);
    const address = "sed 's/^rest://' /etc/secretariat/second-host/address";
    const trust = "--cacert /etc/secretariat/second-host/authority.crt";
    const asked = `curl -s -o /dev/null -w '%{http_code}' ${trust} -X DELETE "$(${address})snapshots/${snapshot}"`;
    expect(await host.must(asked)).equal("403");
    expect((await store.must(kept)).trim()).contain(snapshot);
  });

  it("prove that backups come back", async () => {
    const { output } = await plays("drill");
    expect(output).match(/"isGood": true/);
  });

  it("bring an office in and refuse files that are wrong", async () => {
    await plays("onboard");
    expect(await host.must("secretariat office list --json")).contain(`"lgd":"${lgd}"`);
    expect(readdirSync(join(folder, "fetched", lgd)).join()).match(/^sign-off-.*\.pdf$/);
    await host.must("secretariat audit export --out /root/record");
    const record = "grep -h office-brought-in /root/record/events.ndjson; rm -r /root/record";
    expect(await host.must(record)).match(/"despiteEscrow": ?true/);
    const file = join(folder, "offices", `${lgd}.yml`);
    writeFileSync(file, `lgd: "${lgd}"\nunknown: 1\n`);
    const unknown = await played("onboard");
    expect(unknown.code).not.equal(0);
    expect(unknown.output).contain("unknown");
    const laid = `cat /etc/secretariat/offices/${lgd}.yml; ls /run`;
    expect(await host.must(laid)).not.match(/unknown|secretariat-office/);
    writeFileSync(file, 'lgd: "501"\n');
    const duplicate = await played("onboard");
    expect(duplicate.code).not.equal(0);
    expect(duplicate.output).contain(`${lgd}.yml says LGD code 501`);
    writeOffice(folder, lgd);
    expect(changesOf(await plays("onboard"))[0]).equal(0);
  });

  it("rotate a password, while the office works on", async () => {
    await plays("rotate", ["-e", '{"rotate_secrets": ["database", "redis"]}']);
    expect(await statusOf(host)).equal("200");
  });

  it("undo what was changed by hand, and show it beforehand", async () => {
    await host.must("echo '# by hand' >> /etc/nginx/conf.d/secretariat.conf");
    await host.must("nft insert rule inet secretariat arriving ip saddr 192.0.2.1 accept");
    const told = await plays("harden", ["--check", "--diff"]);
    expect(changesOf(told)[0]).greaterThan(0);
    expect(told.output).contain("by hand").and.contain("rules of the firewall");
    expect(changesOf(await plays("harden"))[0]).greaterThan(0);
    expect(await host.must("cat /etc/nginx/conf.d/secretariat.conf")).not.contain("by hand");
    expect(await host.must("nft list chain inet secretariat arriving")).not.contain("192.0.2.1");
    expect(changesOf(await plays("harden"))[0]).equal(0);
  });

  it("fetch a support bundle", async () => {
    await plays("collect");
    expect(readdirSync(join(folder, "fetched", host.name)).join()).match(/support-.*\.tar\.gz$/);
  });

  it("go back in time, read only until that is accepted", async () => {
    await pause(61_000); // the segment that holds the moment is archived within a minute
    const moment = (await host.must("TZ=Asia/Kolkata date '+%d.%m.%Y %H:%M:%S'")).trim();
    await pause(2_000);
    writeOffice(folder, lgd, "After the moment");
    await plays("onboard");
    await pause(61_000);
    const wish = { restore_options: ["--at", moment] };
    const planned = await plays("restore", ["--limit", host.name, "-e", JSON.stringify(wish)]);
    expect(changesOf(planned)[0]).equal(0);
    const meant = { ...wish, restore_is_meant: true, restore_is_accepted: true };
    await plays("restore", ["--limit", host.name, "-e", JSON.stringify(meant)]);
    expect(await statusOf(host)).equal("200");
    expect(await host.must("secretariat office list --json")).not.contain("After the moment");
  });

  it("take an office out: its list is fetched and its people are shut out", async () => {
    const all = await played("offboard");
    expect(all.output).contain("Name the office");
    const limit = ["--limit", `office_${lgd}`];
    const told = await plays("offboard", ["--check", ...limit]);
    expect(changesOf(told)[0]).greaterThan(0);
    await plays("offboard", limit);
    const [list = ""] = readdirSync(join(folder, "fetched")).filter((name) =>
      name.startsWith("left-"),
    );
    expect(list).match(/\.json$/);
    rmSync(join(folder, "fetched", list)); // as after a line that dropped before it was fetched
    expect(await host.must("secretariat office list --json")).contain('"state":"left"');
    expect(changesOf(await plays("offboard", limit))[0]).lessThanOrEqual(1); // what was fetched
    expect(existsSync(join(folder, "fetched", list))).equal(true);
    // Nothing of it comes back by what the watch does every half hour.
    const looked = await host.run("secretariat reconfigure --check --language en", {
      timeoutSeconds: 300,
    });
    expect(looked.code, looked.output).equal(0);
    expect(await host.must("cat /var/lib/secretariat/watch/offices.json")).not.contain(lgd);
    expect(await host.must("ls /etc/secretariat/offices")).equal("");
    const kept = "find /var/lib/secretariat/installer/offices -path '*left-*/*' -printf '%f %m\\n'";
    expect((await host.must(kept)).trim().split("\n").toSorted()).deep.equal([
      `${lgd}.csv 600`,
      `${lgd}.yml 640`,
    ]);
  });

  it("print no secret of a host, with every word they have", async () => {
    const opened = await host.must(
      "for f in /etc/secretariat/credentials/*.cred; do n=$(basename $f .cred); systemd-creds decrypt --name=$n $f - | head -n 1; echo; done",
    );
    const first = await host.must(
      "cat /root/secretariat-*.json /etc/secretariat/second-host/address",
    );
    const told = `${opened}\n${first}`.replaceAll(/"\w+":/g, ""); // what a value is called is no secret
    const secrets = [...told.matchAll(/[A-Za-z0-9+/=_-]{12,}/g)]
      .map(([word]) => word)
      .filter((word) => !/^(-----|postgres|secretariat|localhost)/.test(word));
    expect(secrets.length).greaterThan(5);
    expect(secrets.filter((word) => everything.includes(word))).deep.equal([]);
  });

  it("stop before any host when the vault is locked", async () => {
    writeFileSync(join(folder, "right"), "open sesame\n");
    writeFileSync(join(folder, "wrong"), "guessed\n");
    mkdirSync(join(folder, "group_vars/all"), { recursive: true });
    const vault = join(folder, "group_vars/all/vault.yml");
    writeFileSync(vault, "ansible_become_password: hidden\n");
    const { run } = await theSwitch();
    await run(["ansible-vault", "encrypt", "--vault-password-file", join(folder, "right"), vault]);
    const told = await played("backup", ["--vault-password-file", join(folder, "wrong")]);
    expect(told.code).not.equal(0);
    expect(told.recap).deep.equal({});
  });
});

async function statusOf(host: Host): Promise<string> {
  const way = `--resolve ${officeName}:443:${host.ip} --cacert /etc/secretariat/tls/authority.crt`;
  return host.must(`curl -s -o /dev/null -w '%{http_code}' ${way} https://${officeName}/sign-in`);
}

async function untilThere(host: Host, path: string): Promise<void> {
  await host.must(`until [ -e ${path} ]; do sleep 0.5; done`, { timeoutSeconds: 900 });
}
