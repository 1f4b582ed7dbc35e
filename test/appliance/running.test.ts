import { expect } from "chai";
import { exporterPorts } from "../../installer/watching/config/prometheus.ts";
import { client, theSwitch, until } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { installedHost } from "./support/installed-host.ts";
import { makeReleases } from "./support/releases.ts";
import { officeName } from "./support/site.ts";

describe("An installed office", function () {
  this.timeout(1_200_000);
  let host: Host;

  before(async () => {
    host = await installedHost(await makeReleases());
    await untilServed();
  });
  after(() => host.stop());

  const curl = async (from: "vpn" | "outside", ...more: readonly string[]) => {
    const place = await client(from);
    const way = ["--resolve", `${officeName}:443:${host.ip}`, "-k", "-s", "-o", "/dev/null"];
    const told = ["-w", "%{http_code}", "--max-time", "10"];
    const address = `https://${officeName}/sign-in`;
    return (await place.run(["curl", ...way, ...told, ...more, address])).output;
  };
  const untilServed = (): Promise<true> =>
    until({ what: "the sign-in page", seconds: 180, everyMilliseconds: 250 }, async () =>
      (await curl("vpn")) === "200" ? true : undefined,
    );

  describe("keeps its walls", () => {
    const web = "secretariat-web@1.service";
    const leader = `systemctl show --property=MainPID --value ${web}`;
    /** What the web process itself sees: its file systems and its rights, not root's. */
    const inside = (line: string): string =>
      `pid=$(${leader}); user=$(stat -c %u /proc/$pid); nsenter -t $pid -m -r -w setpriv --reuid=$user --regid=$user --clear-groups --bounding-set=-all --no-new-privs sh -c '${line}'`;

    it("lets the web process not read /etc/shadow", async () => {
      expect((await host.run(inside("cat /etc/shadow"))).code).not.equal(0);
    });
    it("lets it not read secrets, certificates or the database's files", async () => {
      for (const path of [
        "/etc/secretariat/credentials",
        "/etc/secretariat/tls",
        "/var/lib/postgresql",
      ]) {
        expect((await host.run(inside(`ls ${path}/*`))).code, path).not.equal(0);
      }
    });
    it("lets it write nowhere but in its own state", async () => {
      const tries =
        "for at in /etc /usr /opt /var/log /var/lib /srv /root /home; do touch $at/probe 2>/dev/null && echo $at; done; true";
      expect((await host.run(inside(tries))).output).equal("");
      const own =
        "touch /var/lib/secretariat/documents/probe && rm /var/lib/secretariat/documents/probe";
      expect((await host.run(inside(own))).code).equal(0);
    });
    it("lets it reach nobody who is not listed", async () => {
      const { namespace } = await theSwitch();
      expect(namespace).not.equal("");
      const knock = 'timeout 3 bash -c ": </dev/tcp/10.77.0.1/25"';
      expect((await host.run(inside(knock))).code).not.equal(0);
      const counted = await host.must("nft list counter inet secretariat refused_out");
      expect(Number(/packets (\d+)/.exec(counted)?.[1])).greaterThan(0);
    });
    it("scores at most 1.5 for what serves, and 2.0 for backups", async () => {
      const scores = new Map<string, number>();
      for (const unit of [
        web,
        "secretariat-worker@1",
        "secretariat-migrate",
        "secretariat-backup-database",
        "secretariat-backup-documents",
        "secretariat-backup-configuration",
      ]) {
        const { output } = await host.run(`systemd-analyze security --no-pager ${unit} | tail -1`);
        scores.set(unit, Number(/: (\d+\.\d)/.exec(output)?.[1] ?? "10"));
      }
      process.stdout.write(`      ${[...scores].map((pair) => pair.join(" ")).join(", ")}\n`);
      for (const [unit, score] of scores) {
        expect(score, unit).at.most(unit.includes("backup") ? 2 : 1.5);
      }
    });
  });

  describe("obeys whoever sits at the server", () => {
    const ask = async (words: string): Promise<Record<string, unknown>> => {
      const told = await host.must(`secretariat ${words} --json`, { timeoutSeconds: 180 });
      return JSON.parse(told) as Record<string, unknown>;
    };
    it("and opens its networks again", async () => {
      expect(await ask("networks open")).deep.equal({
        verb: "networks open",
        exit: 0,
        isOpen: true,
      });
    });
    it("and waits its turn: a look keeps nobody out, and a renewal is tried again", async () => {
      const unit = "secretariat-certificates";
      const lock = "/var/lib/secretariat/installer/lock";
      const holder = `printf '{"verb":"upgrade run","process":1,"startedAt":"%s"}' $(cut -d' ' -f22 /proc/1/stat) >${lock}`;
      await host.must(holder);
      expect(
        (await host.run("secretariat reconfigure --check", { timeoutSeconds: 60 })).code,
      ).equal(50);
      await host.run(`systemctl start ${unit}`, { timeoutSeconds: 60 });
      const shown = await host.must(`systemctl show --property=SubState --value ${unit}`);
      expect(shown.trim()).equal("auto-restart");
      const told = `journalctl --quiet --output=cat --unit='secretariat-notify@${unit}*'`;
      expect((await host.run(told)).output).equal("");
      await host.must(`rm ${lock}; systemctl restart ${unit}`, { timeoutSeconds: 120 });
      const looking = "secretariat reconfigure --check >/dev/null & sleep 2;";
      await host.must(`${looking} test ! -e ${lock} && wait`, { timeoutSeconds: 180 });
    });
    it("and changes the password of Redis, while the watch goes on seeing", async () => {
      expect(await ask("secrets rotate redis")).include({ rotated: "redis" });
      await until({ what: "Redis in the watch", seconds: 30 }, async () => {
        const asked = `curl --silent http://127.0.0.1:${exporterPorts.redis}/metrics`;
        return /^redis_up 1$/m.test((await host.run(asked)).output) ? true : undefined;
      });
    });
    it("and starts with what three shares bring back, though a password was changed since", async () => {
      const split = await host.must("secretariat escrow split", { timeoutSeconds: 180 });
      const shares = split.match(/escrow-\d-[0-9a-f]+/g) ?? [];
      const given = { input: `${shares.slice(0, 3).join("\n")}\n`, timeoutSeconds: 300 };
      await host.must("secretariat escrow prove", given);
      await host.must("secretariat backup run configuration", { timeoutSeconds: 180 });
      await ask("secrets rotate redis");
      await host.must("secretariat stop", { timeoutSeconds: 120 });
      await host.must("secretariat restore run --with-shares --only-keys", given);
      await host.must("secretariat start", { timeoutSeconds: 180 });
      await untilServed();
    });
    it("and changes the keys of its documents while it is open", async () => {
      const keysIn = (told: Record<string, unknown>) => told["keys"] as { readonly id: string }[];
      const [first] = keysIn(await ask("keys list"));
      const rotated = await ask("keys rotate");
      const { added } = rotated;
      expect(keysIn(rotated)).deep.equal([
        { id: first?.id, contents: 0, values: 0 },
        { ...keysIn(rotated).at(-1), id: added },
      ]);
      expect(await curl("vpn")).equal("200");
      expect(await ask("keys resume")).deep.include({ taken: { contents: 0, values: 0 } });
      expect(await ask(`keys retire ${first?.id}`)).include({ retired: first?.id });
      const refused = await host.run(`secretariat keys retire ${String(added)} --language en`);
      expect([refused.code, refused.errors]).deep.equal([
        1,
        `The program refused: The key ${String(added)} is not here, is the newest, or still opens something: see keys list\n`,
      ]);
    });
  });

  describe("takes every process's death", () => {
    const victims: readonly (readonly [string, string])[] = [
      ["a web process", "secretariat-web@1.service"],
      ["the worker", "secretariat-worker@1.service"],
      ["Postgres", "postgresql@15-secretariat.service"],
      ["Redis", "redis-server@secretariat.service"],
      ["nginx", "nginx.service"],
    ];
    for (const [name, unit] of victims) {
      it(`brings ${name} back by itself`, async () => {
        const began = Date.now();
        const shown = await host.must(["systemctl", "show", "--property=MainPID", "--value", unit]);
        const killed = shown.trim();
        await host.must(["kill", "-9", killed]);
        await until(
          { what: `${unit} to run again`, seconds: 60, everyMilliseconds: 200 },
          async () => {
            const { output } = await host.run(
              `systemctl show --property=ActiveState,MainPID ${unit}`,
            );
            const isAnother =
              /MainPID=[1-9]/.test(output) && !output.includes(`MainPID=${killed}\n`);
            return isAnother && /ActiveState=active/.test(output) ? true : undefined;
          },
        );
        await untilServed();
        process.stdout.write(`      ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
      });
    }
  });

  describe("keeps its logs", () => {
    it("for 180 days, in files and in the journal, and the doctor agrees", async () => {
      const told = await host.must("logrotate --debug /etc/logrotate.conf 2>&1");
      expect(told).not.match(/^error:/m);
      for (const program of ["nginx", "postgresql", "redis"]) {
        const rule = `/var/log/${program}/*.log  after 1 days (180 rotations)`;
        expect(told).include(`rotating pattern: ${rule}`);
      }
      const journal = await host.must("systemd-analyze cat-config systemd/journald.conf");
      expect(journal).match(/^MaxRetentionSec=187day$/m);
      expect(await host.must("systemctl is-active logrotate.timer")).equal("active\n");
      const doctor = await host.run("secretariat doctor --json", { timeoutSeconds: 180 });
      expect(doctor.output).not.match(/PF-06[78]/);
    });
    it("goes on writing when they are turned over", async () => {
      await host.must("logrotate --force /etc/logrotate.conf && systemctl start logrotate.service");
      await host.must("systemctl restart systemd-journald.service");
      expect(await curl("vpn")).equal("200");
      const written = await host.must("cat /var/log/nginx/access.log");
      expect(written).include("/sign-in");
      expect(await host.must("ls /var/log/nginx")).include("access.log.1");
      const lines = await host.must("journalctl -u 'secretariat-web@*' --since=-20s -o cat");
      expect(lines).include("Answered");
    });
  });

  describe("opens only to the VPN", () => {
    it("answers officers", async () => {
      expect(await curl("vpn")).equal("200");
    });
    it("answers nobody outside, whatever he says he is", async () => {
      expect(await curl("outside")).equal("000");
      expect(await curl("outside", "-H", "X-Forwarded-For: 10.88.0.2")).equal("000");
    });
    const openTo = async (from: "vpn" | "outside"): Promise<string> => {
      const scan = `for port in 22 80 443 5432 6379 8081 8443 9090 9093 9100 9181; do timeout 1 bash -c ": </dev/tcp/${host.ip}/$port" 2>/dev/null && echo $port; done; true`;
      return (await (await client(from)).run(["sh", "-c", scan])).output;
    };
    it("shows outside no open port, and the VPN only 443", async () => {
      expect(await openTo("outside")).equal("");
      expect(await openTo("vpn")).equal("443\n");
    });
    it("shows the helpdesk its page, and opens no ssh to it", async () => {
      const site = "/etc/secretariat/site.yml";
      const settle = async (): Promise<unknown> =>
        host.must("secretariat reconfigure", { timeoutSeconds: 300 });
      await host.must(
        `cp -p ${site} ${site}.before; echo 'helpdeskRanges: [10.88.0.2/32]' >>${site}`,
      );
      await settle();
      expect(await openTo("vpn")).equal("443\n8443\n");
      const asked = ["curl", "-k", "-s", "-o", "/dev/null", "-w", "%{http_code}"];
      const place = await client("vpn");
      for (const [path, status] of [
        ["helpdesk/", "200"],
        ["web-1/metrics", "403"],
      ]) {
        const { output } = await place.run([...asked, `https://${host.ip}:8443/${path}`]);
        expect(output, path).equal(status);
      }
      await host.must(`mv ${site}.before ${site}`);
      await settle();
      expect(await openTo("vpn")).equal("443\n");
    });
    it("believes nobody's word about where he comes from", async () => {
      expect(
        await curl("vpn", "-H", "X-Forwarded-For: 127.0.0.1", "-H", "X-Real-IP: 127.0.0.1"),
      ).equal("200");
      const logged = await host.must("tail -1 /var/log/nginx/access.log");
      expect(logged).include("10.88.0.2");
    });
    it("gives no certificate to those who ask for another name", async () => {
      const place = await client("vpn");
      const { code } = await place.run([
        "curl",
        "-sk",
        "--max-time",
        "5",
        "--resolve",
        `other.example:443:${host.ip}`,
        "https://other.example/",
      ]);
      expect(code).not.equal(0);
    });
    it("falls back to no other address when the VPN's is gone", async () => {
      await host.must(`ip addr del ${host.ip}/24 dev host0 && ip addr add 10.77.0.99/24 dev host0`);
      await host.run("systemctl restart nginx", { timeoutSeconds: 60 });
      const listening = await host.must("ss -Htln 'sport = :443'");
      expect(listening).not.match(/0\.0\.0\.0|\[::\]|\*:443/);
      await host.must(
        `ip addr del 10.77.0.99/24 dev host0; ip addr add ${host.ip}/24 dev host0; ip route replace default via 10.77.0.1`,
      );
      await host.run("systemctl restart nginx", { timeoutSeconds: 60 });
      await untilServed();
    });
  });
});
