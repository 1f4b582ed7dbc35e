import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { until } from "../hosts/index.ts";
import type { Host } from "../hosts/index.ts";
import { installedHost } from "../support/installed-host.ts";
import { makeReleases } from "../support/releases.ts";
import { filesBelow } from "./support/damage.ts";
import { fingerprintOf, nameSecondHost, secondHostBeside } from "./support/beside.ts";
import type { SecondHost } from "./support/second-host.ts";

const parts = [
  "backup-database",
  "backup-documents",
  "backup-configuration",
  "verify",
  "verify-second",
  "drill",
];
/** Before the escrow there is nobody to encrypt settings and keys to; a second host is not named yet. */
const nothingToDo = ["backup-configuration", "verify-second"];

/** What the timers start, as it ships, on a host as it was installed; and what the administrator types. */
describe("Backups of an installed host", function () {
  this.timeout(1_200_000);
  let host: Host;

  before(async () => {
    host = await installedHost(await makeReleases());
  });
  after(() => host.stop());

  const start = async (part: string): Promise<string> => {
    const unit = `secretariat-${part}.service`;
    const began = Date.now();
    await host.run(`systemctl start ${unit}`, { timeoutSeconds: 400 });
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const told = await host.must(`systemctl show -P Result -P ExecMainStatus ${unit}`);
    process.stdout.write(`        ${part} ${seconds} s\n`);
    return told.trim().replace("\n", " ");
  };
  const answers = async (command: string, code: number, input = ""): Promise<string> => {
    const ran = await host.run(`secretariat ${command}`, { timeoutSeconds: 400, input });
    expect(ran.code, `${command}\n${ran.output}${ran.errors}`).equal(code);
    return ran.output;
  };

  describe("by the clock", () => {
    it("have their timers", async () => {
      const listed = await host.must("systemctl list-timers --no-legend --plain 'secretariat-*'");
      for (const part of parts) {
        expect(listed).include(`secretariat-${part}.timer`);
      }
    });
    for (const round of ["once", "twice"]) {
      for (const part of parts) {
        it(`${part} succeeds, ${round}`, async () => {
          expect(await start(part)).equal(nothingToDo.includes(part) ? "success 3" : "success 0");
        });
      }
    }
    it("tell their figures", async () => {
      await host.must("systemctl start secretariat-figures", { timeoutSeconds: 120 });
      const figures = await host.must(
        "cat /var/lib/prometheus/node-exporter/secretariat-backups.prom",
      );
      for (const line of [
        /backup_last_success_timestamp_seconds\{kind="database"\} \d+/,
        /backup_last_success_timestamp_seconds\{kind="documents"\} \d+/,
        /backup_verify_good 1/,
        /backup_drill_good 1/,
        /backup_wal_last_archived_timestamp_seconds \d+/,
        /backup_failures_total 0/,
        /escrow_proven 0/,
      ]) {
        expect(figures).match(line);
      }
    });
    it("leave nothing of what they tried out", async () => {
      expect(await host.must("ls /var/cache/secretariat-drill")).equal("");
    });
  });

  describe("keep their passphrase", () => {
    it("on the disk sealed only, in memory for postgres alone", async () => {
      const credentials = "/etc/secretariat/credentials";
      const secret = `$(systemd-creds decrypt --name=backup-passphrase ${credentials}/backup-passphrase.cred -)`;
      const places = "/etc /var/lib /var/backups /var/log /opt/secretariat/current/backups";
      const found = await host.run(`grep -rlF "${secret}" ${places}`, { timeoutSeconds: 120 });
      expect([found.code, found.output]).deep.equal([1, ""]);
      const laid = await host.must("stat -c '%U %a' /run/secretariat-backup-key/passphrase.conf");
      expect(laid.trim()).equal("postgres 600");
    });
    it("over a power cut: archiving goes on by itself", async () => {
      await host.powerCut();
      await host.start();
      const sql = (text: string): Promise<string> =>
        host
          .must(["runuser", "-u", "postgres", "--", "psql", "-p", "5432", "-Atc", text])
          .then((told) => told.trim())
          .catch(() => "");
      await until({ what: "a segment archived", seconds: 120 }, async () => {
        await sql("select pg_create_restore_point('x'), pg_switch_wal()");
        const told = await sql("select archived_count > 0 from pg_stat_archiver");
        return told === "t" ? true : undefined;
      });
    });
  });

  describe("answer whoever types", () => {
    let set = "";
    let shares: readonly string[] = [];
    const given = (count: number): string => `${shares.slice(0, count).join("\n")}\n`;

    it("backup list, hold, unlock, run, carry", async () => {
      const { sets } = JSON.parse(await answers("backup list --json", 0)) as {
        sets: { set: string }[];
      };
      set = sets[0]?.set ?? "";
      await answers(`backup hold ${set} --order "WP 12/2026"`, 0);
      expect(await answers("backup list", 0)).include("WP 12/2026");
      await answers("backup hold set-20200101T000000Z --order order", 2);
      await answers(`backup hold ${set} --order "WP 12/2026" --lift`, 0);
      await answers(`backup hold ${set} --order "WP 12/2026" --lift`, 3);
      await answers("backup unlock", 3);
      await answers("backup run letters", 2);
      await answers("backup carry", 3);
    });
    it("backup run: a set is taken by any clock, old ones expire by a right one only", async () => {
      const clock = "/usr/local/sbin/timedatectl";
      for (const [kept, expired] of [
        ["no", null],
        ["yes", { sets: [], snapshots: 0, configurations: 0 }],
      ] as const) {
        await host.must(
          `printf '#!/bin/sh\\necho NTPSynchronized=${kept}\\n' > ${clock} && chmod 755 ${clock}`,
        );
        const told: unknown = JSON.parse(await answers("backup run database --json", 0));
        expect(told).deep.include({ expired });
      }
      await host.must(`rm ${clock}`);
    });
    it("backup verify, drill", async () => {
      await answers("backup verify", 0);
      await answers("backup drill", 0);
    });
    it("escrow status, split, prove", async () => {
      await answers("escrow status", 1);
      await answers("escrow prove", 1);
      shares = (await answers("escrow split", 0)).match(/escrow-\d-[0-9a-f]+/g) ?? [];
      expect(shares).length(5);
      await answers("escrow split", 40);
      await answers("escrow status", 1);
      await answers("escrow prove", 1, given(2));
      await answers("escrow prove", 0, given(3));
      await answers("escrow status", 0);
    });
    it("from then on settings and keys are kept too, and a drill can take its keys from the shares", async () => {
      expect(await start("backup-configuration")).equal("success 0");
      await answers("backup drill --with-shares", 32, given(2));
      await answers("backup drill --with-shares", 0, given(3));
    });
    it("restore list, plan, run, accept; nothing under a living office", async () => {
      await answers("restore list", 0);
      await answers(`restore plan --set ${set}`, 0);
      await answers(`restore plan --set ${set} --point x`, 2);
      await answers("restore accept", 3);
      await answers("restore run", 40);
      await host.must("secretariat stop && systemctl stop postgresql@15-secretariat", {
        timeoutSeconds: 120,
      });
      await answers("restore run", 0);
      await host.must("systemctl start postgresql@15-secretariat && secretariat start", {
        timeoutSeconds: 300,
      });
      await answers("restore accept", 0);
      await answers("restore accept", 3);
    });
    it("fail with the number of what failed, or of who is at it", async () => {
      await host.must("chown root /run/pgbackrest");
      await answers("backup run", 30);
      expect(await start("backup-database")).equal("exit-code 30");
      await host.must("chown postgres /run/pgbackrest");
      await host.must("systemctl start --no-block secretariat-drill");
      await until({ what: "the drill at work", seconds: 60 }, async () =>
        (await host.run("test -e /var/lib/secretariat/installer/backup.lock")).code === 0
          ? true
          : undefined,
      );
      await answers("backup run", 50);
      expect(await start("backup-documents"), "a unit waits for the drill").equal("success 0");
      await until({ what: "the end of the drill", seconds: 400 }, async () =>
        (await host.run("systemctl is-active secretariat-drill")).output.trim() === "inactive"
          ? true
          : undefined,
      );
      await host.must(
        "cd /var/backups/secretariat/store/data && file=$(find . -type f | head -1) && chmod u+w $file && printf x | dd of=$file bs=1 seek=40 conv=notrunc",
      );
      await answers("backup verify", 31);
      expect(await start("verify")).equal("exit-code 31");
    });
  });

  describe("reach the second host that site.yml names", () => {
    const folder = mkdtempSync(join(tmpdir(), "second-host-"));
    let second: SecondHost;
    const shelved = async (): Promise<string[]> =>
      (await filesBelow(second.folder)).filter((path) => path.includes("/office/wal/"));

    before(async () => {
      second = await secondHostBeside(folder);
      await nameSecondHost(host, second);
    });
    after(async () => {
      await second.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it("trusts the certificate with that fingerprint, and no other", async () => {
      await host.must("sed -i 's/fingerprint: ../fingerprint: 00/' /etc/secretariat/site.yml");
      const { code, errors } = await host.run("secretariat reconfigure", { timeoutSeconds: 600 });
      expect([code, errors]).satisfies(
        ([failed, told]: [number, string]) => failed !== 0 && /another certificate/.test(told),
      );
      const first = fingerprintOf(second).slice(0, 2);
      await host.must(
        `sed -i 's/fingerprint: ../fingerprint: ${first}/' /etc/secretariat/site.yml`,
      );
      await host.must("secretariat reconfigure", { timeoutSeconds: 600 });
    });
    it("carries WAL there within the minute, and everything else by the hour", async () => {
      expect(await host.must("systemctl is-active secretariat-backup-wal")).equal("active\n");
      const before = (await shelved()).length;
      await until({ what: "new WAL on the second host", seconds: 120 }, async () =>
        (await shelved()).length > before ? true : undefined,
      );
      expect(await start("backup-documents")).equal("success 0");
      await answers("backup carry", 0);
      const figures = await host.must(
        "cat /var/lib/prometheus/node-exporter/secretariat-backups.prom",
      );
      expect(figures).match(/last_success_timestamp_seconds\{kind="second"\} \d+/);
      expect(figures).match(/backup_second_wal_timestamp_seconds \d+/);
    });
    it("reads back what lies there", async () => {
      expect(await start("verify-second")).equal("success 0");
      const figures = await host.must(
        "cat /var/lib/prometheus/node-exporter/secretariat-backups.prom",
      );
      expect(figures).match(/backup_second_named 1\n/);
      expect(figures).match(/backup_second_read_good 1\n/);
    });
  });
});
