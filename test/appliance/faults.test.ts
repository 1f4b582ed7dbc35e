import { expect } from "chai";
import { client, until } from "./hosts/index.ts";
import type { Host } from "./hosts/index.ts";
import { browserAt } from "./support/browse.ts";
import { chosenPassword } from "./support/first-sign-in.ts";
import { installedHost } from "./support/installed-host.ts";
import { makeReleases } from "./support/releases.ts";
import { administrator, officeName } from "./support/site.ts";
import { asked, summaryOf, untilAsked } from "./support/watch.ts";

/** Numbers as in the appliance's specification, §6. Each is injected, noticed, and mended as the runbook says. */
describe("An office in trouble", function () {
  this.timeout(1_200_000);
  let host: Host;

  before(async () => {
    host = await installedHost(await makeReleases());
    await untilServed();
  });
  after(() => host.stop());

  const page = async (): Promise<string> => {
    const way = ["--resolve", `${officeName}:443:${host.ip}`, "-k", "-s", "-o", "/dev/null"];
    const told = ["-w", "%{http_code}", "--max-time", "20"];
    const place = await client("vpn");
    return (await place.run(["curl", ...way, ...told, `https://${officeName}/sign-in`])).output;
  };
  const untilServed = (): Promise<true> =>
    until({ what: "the sign-in page", seconds: 240, everyMilliseconds: 500 }, async () =>
      (await page()) === "200" ? true : undefined,
    );
  const signIn = async (): Promise<number> => {
    const authority = await host.must("cat /etc/secretariat/tls/authority.crt");
    const visitor = browserAt({ place: await client("vpn"), host, name: officeName, authority });
    try {
      const door = await visitor.get("/sign-in");
      return door.status === 200
        ? (await visitor.submit(door, { login: administrator.login, password: chosenPassword }))
            .status
        : door.status;
    } finally {
      visitor.close();
    }
  };
  const lookForDrift = async (): Promise<number> => {
    await host.must("systemctl start secretariat-verify-settings", { timeoutSeconds: 300 });
    const fact = await host.must("cat /var/lib/secretariat/installer/drift.json");
    return (JSON.parse(fact) as { changes: number }).changes;
  };
  const reconfigure = () =>
    host.must("secretariat reconfigure --language en", { timeoutSeconds: 300 });
  const figure = async (name: string): Promise<number> => {
    await host.must("systemctl start secretariat-figures", { timeoutSeconds: 120 });
    const figures = await host.must("cat /var/lib/prometheus/node-exporter/secretariat.prom");
    return Number(new RegExp(`^secretariat_${name}(?:{[^}]*})? (\\S+)`, "m").exec(figures)?.[1]);
  };

  describe("by a hand that changed something", () => {
    it("89: a file is noticed by the clock, shown line by line, and put back", async () => {
      expect(await lookForDrift()).equal(0);
      await host.must("echo '# by hand' >>/etc/nginx/secretariat/proxy.conf");
      expect(await lookForDrift()).equal(1);
      expect(await figure("settings_drifted")).equal(1);
      const shown = await host.run("secretariat reconfigure --check --diff", {
        timeoutSeconds: 300,
      });
      expect(shown.code).equal(1);
      expect(shown.output).include("/etc/nginx/secretariat/proxy.conf").and.include("# by hand");
      await reconfigure();
      expect(await lookForDrift()).equal(0);
      expect(await page()).equal("200");
    });

    it("89: a drop-in that was put back holds at once: its service starts again", async () => {
      const unit = "redis-server@secretariat.service";
      const weight = () => host.must(`systemctl show --property=CPUWeight,MainPID ${unit}`);
      const before = await weight();
      await host.must(
        `sed -i s/CPUWeight=200/CPUWeight=1/ /etc/systemd/system/${unit}.d/secretariat.conf && systemctl daemon-reload`,
      );
      expect(await lookForDrift()).above(0); // the file, and what has to take it up
      await reconfigure();
      const after = await weight();
      expect(after).include("CPUWeight=200").and.not.equal(before);
      expect(await lookForDrift()).equal(0);
      await untilServed();
    });

    it("61: a Redis that was told to forget is noticed though its file is right, and put back", async () => {
      const redis = (words: string): Promise<string> =>
        host.must(
          `REDISCLI_AUTH=$(sed -n 's/^requirepass //p' /etc/redis/redis-secretariat.conf) redis-cli ${words}`,
        );
      await redis("config set maxmemory-policy allkeys-lru");
      expect(await lookForDrift()).above(0); // the file, and what has to take it up
      await reconfigure();
      expect(await redis("config get maxmemory-policy")).include("noeviction");
      expect(await lookForDrift()).equal(0);
      await untilServed();
    });

    it("90: a row of the record that was altered is found, told at once, also with Alertmanager (88) gone", async () => {
      const alter = (change: string): Promise<string> =>
        host.must(
          `psql -q -U postgres secretariat -c "set session_replication_role = replica; update events set ${change} where id = (select min(id::text)::uuid from events)"`,
        );
      await host.must("systemctl stop prometheus-alertmanager");
      await alter('detail = detail || \'{\\"by\\":\\"hand\\"}\'');
      const verified = await host.run("systemctl start secretariat-verify-record", {
        timeoutSeconds: 300,
      });
      expect(verified.code).not.equal(0);
      expect(await figure("record_is_whole")).equal(0);
      await untilAsked(host, 'count(ALERTS{alertname="RecordBroken",alertstate="firing"})', 1);
      const told = await host.must("curl -s http://127.0.0.1:9480/helpdesk/");
      expect(told).include("/helpdesk/alerts/RecordBroken");
      await host.must("systemctl start prometheus-alertmanager");
      await alter("detail = detail - 'by'");
      await host.must("systemctl start secretariat-verify-record", { timeoutSeconds: 300 });
      expect(await figure("record_is_whole")).equal(1);
    });
  });

  describe("whose watch is blind", () => {
    for (const unit of ["prometheus", "prometheus-node-exporter", "prometheus-alertmanager"]) {
      it(`brings ${unit} back when it was killed`, async () => {
        await host.must(`systemctl kill --signal=KILL ${unit}`);
        await until({ what: unit, seconds: 120, everyMilliseconds: 500 }, async () =>
          (await host.run(`systemctl is-active -q ${unit}`)).code === 0 ? true : undefined,
        );
      });
    }

    it("85: a silent exporter is seen as down, and work goes on", async () => {
      await host.must("systemctl stop prometheus-node-exporter");
      await untilAsked(host, 'up{job="node"}', 0);
      await untilAsked(host, 'count(ALERTS{alertname="TargetDown"})', 1);
      expect(await page()).equal("200");
      await host.must("systemctl start prometheus-node-exporter");
      await untilAsked(host, 'up{job="node"}', 1);
    });

    it("86: without Prometheus the helpdesk's page says that it knows nothing, never that all is well", async () => {
      await host.must("systemctl stop prometheus");
      expect(await summaryOf(host)).equal("unknown");
      expect(await page()).equal("200");
      await host.must("systemctl start prometheus");
      await until({ what: "the watch to see again", seconds: 240 }, async () =>
        (await summaryOf(host)) === "unknown" ? undefined : true,
      );
    });

    it("87: figures that nobody writes any more are told as old", async () => {
      const file = "/var/lib/prometheus/node-exporter/secretariat.prom";
      await host.must(`systemctl stop secretariat-figures.timer && touch -d '-1 hour' ${file}`);
      await untilAsked(host, 'count(ALERTS{alertname="FiguresStale"})', 1);
      await host.must("systemctl start secretariat-figures.timer secretariat-figures");
      await until({ what: "the alert to end", seconds: 240, everyMilliseconds: 2000 }, async () =>
        (await asked(host, 'count(ALERTS{alertname="FiguresStale"})')) === undefined
          ? true
          : undefined,
      );
    });
  });

  describe("with its certificates", () => {
    const tls = "/etc/secretariat/tls";
    const trusts = async (file: string): Promise<boolean> => {
      const address = `https://${officeName}/sign-in`;
      const way = `--resolve ${officeName}:443:${host.ip} --max-time 20 -s -o /dev/null`;
      return (await host.run(`curl --cacert ${file} ${way} ${address}`)).code === 0;
    };

    it("76: one that lies in place but is not served is noticed on the wire, and taken up by the clock", async () => {
      await host.must(`cp -a ${tls} /root/before && rm ${tls}/server.crt ${tls}/server.key`);
      await host.must("systemctl start secretariat-certificates", { timeoutSeconds: 120 });
      expect((await host.run("secretariat certs status")).code).equal(0);
      await host.must(`cp -a /root/before/server.* ${tls}/`); // as one who forgets to reload
      expect((await host.run("secretariat certs status")).code).equal(1);
      expect(await figure("certificate_is_served")).equal(0);
      await host.must("systemctl start secretariat-certificates", { timeoutSeconds: 120 });
      expect((await host.run("secretariat certs status")).code).equal(0);
      expect(await figure("certificate_is_served")).equal(1);
    });

    it("77: another authority: who trusts both is never refused, who trusts the old alone is", async () => {
      await host.must(`cp ${tls}/authority.crt /root/old.crt && rm ${tls}/authority.crt`);
      await host.must("secretariat certs renew", { timeoutSeconds: 120 });
      await host.must(`cat /root/old.crt ${tls}/authority.crt >/root/both.crt`);
      expect(await trusts("/root/both.crt")).equal(true);
      expect(await trusts(`${tls}/authority.crt`)).equal(true);
      expect(await trusts("/root/old.crt")).equal(false);
      expect((await host.run("secretariat certs status")).code).equal(0);
    });
  });

  describe("under strain", () => {
    const main = async (unit: string) =>
      (await host.must(`systemctl show --property=MainPID --value ${unit}`)).trim();

    it("67: without a free file descriptor it takes nobody in, and recovers by itself", async () => {
      const processes = [await main("secretariat-web@1"), await main("secretariat-web@2")];
      for (const id of processes) {
        await host.must(`prlimit --pid ${id} --nofile=$(ls /proc/${id}/fd | wc -l):16384`);
      }
      const knock = `for n in $(seq 40); do for port in 8081 8082; do (exec 3<>/dev/tcp/127.0.0.1/$port; sleep 20) & done; done; wait`;
      await host.run(["bash", "-c", knock], { timeoutSeconds: 120 });
      for (const id of processes) {
        await host.run(`prlimit --pid ${id} --nofile=16384:16384`); // unless it was begun anew already
      }
      await untilServed();
      expect(await signIn()).equal(200);
    });

    it("60, 70: a web process that takes too much memory is ended alone; the other one serves", async () => {
      const unit = "secretariat-web@1.service";
      await host.must(`systemctl set-property --runtime ${unit} MemoryHigh=infinity MemoryMax=30M`);
      await host.run(`systemctl kill --signal=KILL ${unit}`);
      await until({ what: "an end for its hunger", seconds: 120 }, async () =>
        Number(await host.must(`systemctl show --property=NRestarts --value ${unit}`)) >= 2
          ? true
          : undefined,
      );
      for (let times = 0; times < 5; times += 1) {
        expect(await page()).equal("200");
      }
      await host.must(`systemctl revert ${unit} && systemctl daemon-reload`);
      await host.run(`systemctl reset-failed ${unit}; systemctl restart ${unit}`, {
        timeoutSeconds: 180,
      });
      await untilAsked(host, 'sum(up{job="web"})', 2);
    });

    it("68: a job that can never be done waits for a person, and holds up no other", async () => {
      const sql = (line: string): Promise<string> =>
        host.must(["psql", "-qAt", "-U", "postgres", "secretariat", "-c", line]);
      await sql(
        "insert into deliveries (event_id, job, attempts) select id, 'no-such-job', 11 from events limit 1", // its last
      );
      await until(
        { what: "it to be put aside", seconds: 180, everyMilliseconds: 1000 },
        async () =>
          (await sql("select count(*) from deliveries where due_at = 'infinity'")).trim() === "1"
            ? true
            : undefined,
      );
      await untilAsked(host, "max(secretariat_deliveries_parked)", 1);
      expect(await signIn()).equal(200);
      await sql("delete from deliveries where job = 'no-such-job'");
      await untilAsked(host, "max(secretariat_deliveries_parked)", 0);
    });

    it("69: twenty who sign in at once are let in or asked to wait, and nobody meets an error", async () => {
      const all = await Promise.all(Array.from({ length: 20 }, signIn));
      process.stdout.write(`      ${all.join(" ")}\n`);
      expect(all.filter((status) => status !== 200 && status !== 429)).deep.equal([]);
      await untilServed();
    });

    it("71: a program that floods the journal loses its own lines, not the disk and not the office", async () => {
      const flood = "timeout 10 sh -c \"yes 'one line of very many' | systemd-cat -t flood\"";
      await host.run(["systemd-run", "-q", "--wait", "--unit=flood", "sh", "-c", flood]);
      expect(await page()).equal("200");
      const lines = Number(await host.must("journalctl --no-pager --unit=flood | wc -l"));
      expect(lines).above(1_000).and.below(100_000); // of millions
      const kept = await host.must("du -sm /var/log/journal /run/log/journal 2>/dev/null; true");
      const megabytes = [...kept.matchAll(/^(\d+)/gm)].map(([, size]) => Number(size));
      expect(Math.max(0, ...megabytes)).below(200);
    });

    it("66: with no name server and no time server it serves on, and forgets no address it knew", async () => {
      expect((await host.run("getent hosts relay.cg.example")).code).not.equal(0);
      const known = JSON.stringify({ byName: { "relay.cg.example": ["10.77.0.9"] } });
      await host.must("cat >/var/lib/secretariat/installer/addresses.json", { input: known });
      await host.must("cp /etc/secretariat/site.yml /root/site.before");
      await host.must(
        "printf 'mail:\\n  relay: relay.cg.example:25\\n  from: office@cg.example\\n' >>/etc/secretariat/site.yml",
      );
      await reconfigure();
      expect(await host.must("nft list table inet secretariat")).include("10.77.0.9");
      await untilServed();
      expect(await signIn()).equal(200);
      await host.must("cp /root/site.before /etc/secretariat/site.yml");
      await reconfigure();
    });
  });
});
