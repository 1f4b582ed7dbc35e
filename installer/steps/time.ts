import { act, capture, ensureFile, mustRun } from "../host/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

const file = "/etc/chrony/chrony.conf";

/** The clock follows the servers of site.yml and no others; where none is named it is left as it is. */
export const timeStep: Step = {
  id: "time",
  title: words({ hi: "समय", en: "Time" }),
  async apply(host, { site, isBroken = false }) {
    if (site.timeServers.length === 0) {
      return;
    }
    const isChanged = await ensureFile(host, { path: file, content: settings(site.timeServers) });
    if (isChanged || isBroken || !(await isEnabled())) {
      // Where the machine may not set its clock systemd leaves chrony out, and that is no failure.
      await act(host, "chrony takes up the time servers", async () => {
        await mustRun(["systemctl", "enable", "chrony.service"]);
        await mustRun(["systemctl", "restart", "chrony.service"]);
      });
    }
  },
};

async function isEnabled(): Promise<boolean> {
  return (await capture(["systemctl", "is-enabled", "--quiet", "chrony.service"])).code === 0;
}

function settings(servers: readonly string[]): string {
  return [
    "# Written by the installer from site.yml.",
    ...servers.map((server) => `server ${server} iburst`),
    "driftfile /var/lib/chrony/chrony.drift",
    "makestep 1 3",
    "rtcsync",
    "leapsectz right/UTC",
    "",
  ].join("\n");
}
