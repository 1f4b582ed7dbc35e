import { expect } from "chai";
import { until, type Host } from "./hosts/index.ts";
import { installedHost } from "./support/installed-host.ts";
import { makeReleases } from "./support/releases.ts";
import { alertsOn, seeOnHost, type Seen } from "./watching/on-a-host.ts";
import { causes, gravest } from "./watching/true-causes.ts";

/** §5: every fault within two minutes, the death of the watch within five. */
const soon = 120;
const deadMan = 300;

describe("What goes wrong on an installed host", function () {
  this.timeout(1_200_000);
  let host: Host;
  const seen: Seen[] = [];

  before(async () => {
    host = await installedHost(await makeReleases());
    await untilStands("Watchdog", true, 300);
  });
  after(async () => {
    for (const { alert, what, fired, cleared } of seen) {
      const times = `fired ${fired.toFixed(0).padStart(4)} s, cleared ${cleared.toFixed(0).padStart(4)} s`;
      process.stdout.write(`      ${alert.padEnd(21)} ${times}  ${what}\n`);
    }
    await host.stop();
  });

  async function untilStands(name: string, stands: boolean, seconds: number): Promise<number> {
    const began = Date.now();
    await until(
      { what: `${name} ${String(stands)}`, seconds, everyMilliseconds: 1000 },
      async () => ((await alertsOn(host)).has(name) === stands ? true : undefined),
    );
    return (Date.now() - began) / 1000;
  }
  const page = async (): Promise<string> =>
    host.must("curl -s 'http://127.0.0.1:9480/helpdesk/?lang=en'");

  for (const together of [causes, ...gravest]) {
    it(`is told within two minutes and then no more: ${together.map(({ alert }) => alert).join(", ")}`, async () => {
      const here = await seeOnHost(host, together);
      seen.push(...here);
      const late = here.filter(({ fired }) => fired > soon).map(({ alert }) => alert);
      expect(late).to.deep.equal([]);
    });
  }

  it("shows on the helpdesk's page that alerts do not go out [88]", async () => {
    await host.must("systemctl stop prometheus-alertmanager");
    await until({ what: "the page to say so", seconds: 180, everyMilliseconds: 1000 }, async () =>
      (await page()).includes("Alerts do not reach those who are to be told") ? true : undefined,
    );
    await host.must("systemctl start prometheus-alertmanager");
  });

  it("misses Prometheus within five minutes [86]", async () => {
    await untilStands("WatchDown", false, 420);
    await host.must("systemctl stop prometheus");
    expect(await page()).to.contain("Nobody is watching just now");
    const fired = await untilStands("WatchDown", true, deadMan);
    await host.must("systemctl start prometheus");
    const cleared = await untilStands("WatchDown", false, 300);
    seen.push({ alert: "WatchDown", what: "Prometheus stopped", fired, cleared });
  });
});
