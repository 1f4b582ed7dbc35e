import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { nameSecondHost, secondHostBeside, writeAddress } from "./backups/support/beside.ts";
import type { SecondHost } from "./backups/support/second-host.ts";
import { client, sshOptions, theSwitch, until } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { browserAt } from "./support/browse.ts";
import { beginUntil } from "./support/broken-off.ts";
import { carriedHost, medium } from "./support/carried-host.ts";
import { differences, endState } from "./support/end-state.ts";
import { chosenPassword } from "./support/first-sign-in.ts";
import { inOrder } from "./support/in-order.ts";
import { installedAt, installedHost } from "./support/installed-host.ts";
import { inventoryOf } from "./support/offices.ts";
import { makeReleases } from "./support/releases.ts";
import { administrator, officeName } from "./support/site.ts";

/** Every table with its rows, but for the switch that keeps the restored office from being written to. */
const counts = `select table_name, (xpath('/row/n/text()', query_to_xml(
    format('select count(*) as n from %I', table_name), false, true, '')))[1]::text
  from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'read_only_spells'
  order by 1`;

/** The worst day: the machine is gone with its disk. There is a bundle, a copy of the backups, and five officers. */
describe("A machine that is lost", function () {
  this.timeout(2_400_000);
  inOrder(this);
  const folder = mkdtempSync(join(tmpdir(), "restoring-"));
  let host: Host;
  let shares: readonly string[] = [];
  let before: Awaited<ReturnType<typeof contents>>;
  let authority = "";
  let second: SecondHost;
  const typed = ["restore", "--from", "/root/copy/secretariat", "--shares", "/run/shares.txt"];

  after(async () => {
    await host.stop();
    await second.stop();
    rmSync(folder, { recursive: true });
  });

  const sql = (statement: string): Promise<string> =>
    host.must(["psql", "-qAt", "-U", "postgres", "secretariat", "-c", statement]);
  const endSegment = (): Promise<string> => sql("select pg_switch_wal()");
  const contents = async () => {
    const hashes =
      "cd /var/lib/secretariat/documents && find . -type f -exec sha256sum {} + | sort";
    return { rows: await sql(counts), documents: await host.must(hashes) };
  };
  const addOffice = async (inventory: string, lgd: string): Promise<void> => {
    await host.copyIn(join(inventory, "offices"), "/root");
    await host.must(`cp /root/offices/${lgd}.* /etc/secretariat/offices/`);
    await host.must(`secretariat office add ${lgd} --language en`, { timeoutSeconds: 300 });
  };
  const giveShares = (given: readonly string[]): Promise<string> =>
    host.must("umask 077; cat >/run/shares.txt", { input: `${given.join("\n")}\n` });
  const restore = (...more: readonly string[]) =>
    host.run([`${medium}/install`, ...typed, ...more, "--yes", "--skip-preflight"], {
      timeoutSeconds: 1_200,
    });

  it("had its escrow proven, its backups taken, and worked on after the last set", async () => {
    host = await installedHost(await makeReleases());
    second = await secondHostBeside(folder);
    await nameSecondHost(host, second);
    await host.must("secretariat reconfigure", { timeoutSeconds: 600 });
    const inventory = inventoryOf(
      [host],
      ["501", "502"].map((lgd) => ({ lgd, host })),
    );
    const split = await host.must("secretariat escrow split --language en");
    shares = split.match(/escrow-\d-[0-9a-f]+/g) ?? [];
    expect(shares).length(5);
    const given = { input: `${shares.slice(0, 3).join("\n")}\n` };
    await host.must("secretariat escrow prove", given);
    await addOffice(inventory, "501");
    await host.must("secretariat backup run", { timeoutSeconds: 300 });
    await addOffice(inventory, "502"); // only the WAL and the hourly documents know of it
    await host.must("systemctl start secretariat-backup-documents", { timeoutSeconds: 300 });
    await host.must("secretariat stop", { timeoutSeconds: 120 });
    before = await contents();
    expect(before.rows).match(/^accounts\|[1-9]/m);
    authority = await host.must("cat /etc/secretariat/tls/authority.crt");
    await carryAway();
  });

  it("is not brought back over an office that lives", async () => {
    const clock = "secretariat-verify-settings";
    await host.must(`systemctl stop ${clock}.timer ${clock}.service`); // it would hold the lock
    // What `install` of a bundle hands over to; the layer's own bundle may be older than this checkout.
    const current = "/opt/secretariat/current";
    const program = [`${current}/runtime/bin/node`, `${current}/build/installer/install.js`];
    const { code, output, errors } = await host.run([...program, ...typed, "--yes"]);
    expect(code, output + errors).equal(40);
    expect(errors).include("secretariat restore run");
    await host.stop();
  });

  it("tells with three shares how far back one can go, and with two nothing", async () => {
    host = await carriedHost(installedAt);
    await host.copyIn(join(folder, "copy.tar"), "/root");
    await host.must(
      "mkdir /root/copy && tar -C /root/copy -xpf /root/copy.tar && rm /root/site.yml",
    );
    await giveShares(shares.slice(0, 2));
    const refused = await restore();
    expect(refused.code, refused.output + refused.errors).equal(40);
    await giveShares(shares.slice(1, 4));
    const { code, output, errors } = await restore("--list", "--language", "en");
    expect(code, output + errors).equal(0);
    expect(output.match(/set-\d{8}T\d{6}Z/g)).length.greaterThan(1);
    const { code: none } = await host.run("test -e /opt/secretariat/current");
    expect(none).equal(1);
  });

  it("comes back with its settings, keys, rows and documents, killed twice on the way", async () => {
    const began = Date.now();
    for (const step of ["foundations", "restored"]) {
      const halted = await beginUntil(host, {
        step,
        after: step === "restored" ? 4_000 : 50,
        typed,
      });
      await halted.kill("all");
    }
    const other = await host.run(
      `${medium}/install install --config /etc/secretariat/site.yml --yes`,
    );
    expect(other.code, other.output + other.errors).equal(40);
    const { code, output, errors } = await restore("--language", "en");
    process.stdout.write(`      from bare metal: ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
    expect(code, output + errors).equal(0);
    expect(output).include("reading only");
    await host.run("systemctl reset-failed 'installing-*'"); // those that were killed
    expect(await host.must("systemctl --failed --no-legend")).equal("");
    const after = await contents();
    expect(after).deep.equal(before);
    await host.must("secretariat audit verify", { timeoutSeconds: 300 });
    const left = await host.must("ls /var/lib/postgresql/15");
    expect(left).equal("secretariat\n");
  });

  it("is known to its people: the same authority, the same passwords, only for reading", async () => {
    const visitor = browserAt({ place: await client("vpn"), host, name: officeName, authority });
    const door = await until({ what: "the sign-in page", seconds: 60 }, async () => {
      const page = await visitor.get("/sign-in");
      return page.status === 200 ? page : undefined;
    });
    const home = await visitor.submit(door, {
      login: administrator.login,
      password: chosenPassword,
    });
    expect(home.$("form[action='/sign-out']").length, home.text.slice(0, 3000)).greaterThan(0);
    expect(home.text).match(/समीक्षा|review/);
    visitor.close();
  });

  it("works again when that is accepted, backs itself up, and needs no change", async () => {
    await host.must("secretariat restore accept", { timeoutSeconds: 300 });
    await host.must("secretariat backup run", { timeoutSeconds: 300 });
    await host.must("secretariat escrow prove", { input: `${shares.slice(2).join("\n")}\n` });
    const still = await endState(host);
    const again = `${medium}/install install --config /etc/secretariat/site.yml --yes`;
    const { code, output, errors } = await host.run(again, { timeoutSeconds: 900 });
    expect(code, output + errors).equal(0);
    expect(output).match(/0 changes/);
    expect(differences(still, await endState(host))).deep.equal([]);
  });

  it("comes back from the second host and three shares, when the backups are lost as well", async () => {
    await host.must("systemctl start secretariat-backup-documents", { timeoutSeconds: 300 });
    await host.must("secretariat stop", { timeoutSeconds: 120 });
    const kept = await contents();
    await endSegment();
    await host.must("secretariat backup carry", { timeoutSeconds: 300 });
    await host.stop();
    host = await carriedHost(installedAt);
    await host.must("rm /root/site.yml");
    await writeAddress(host, second);
    await host.copyIn(second.certificate, "/root");
    await host.must("cp /root/server.crt /etc/secretariat/second-host/authority.crt");
    await giveShares(shares.slice(0, 3));
    const began = Date.now();
    const asked = ["restore", "--from-second", "--shares", "/run/shares.txt", "--language", "en"];
    const command = [`${medium}/install`, ...asked, "--yes", "--skip-preflight"];
    const { code, output, errors } = await host.run(command, { timeoutSeconds: 1_200 });
    process.stdout.write(
      `      from the second host: ${((Date.now() - began) / 1000).toFixed(0)} s\n`,
    );
    expect(code, output + errors).equal(0);
    expect(await contents()).deep.equal(kept);
    await host.must("secretariat audit verify", { timeoutSeconds: 300 });
    await host.must("secretariat restore accept", { timeoutSeconds: 300 });
    await host.must("secretariat backup carry", { timeoutSeconds: 300 });
  });

  /** What lies on another disk: the folder of the backups, with its owners, once all WAL is in it. */
  async function carryAway(): Promise<void> {
    await endSegment();
    await until({ what: "the last segment in the archive", seconds: 120 }, async () => {
      const waits = "ls /var/lib/postgresql/15/secretariat/pg_wal/archive_status/*.ready";
      return (await host.run(waits)).code === 0 ? undefined : true;
    });
    await host.must("tar -C /var/backups --numeric-owner -cf /root/copy.tar secretariat");
    const { run } = await theSwitch();
    const from = `root@${host.ip}:/root/copy.tar`;
    const { code, errors } = await run(["scp", ...sshOptions, from, folder], {
      timeoutSeconds: 300,
    });
    expect(code, errors).equal(0);
  }
});
