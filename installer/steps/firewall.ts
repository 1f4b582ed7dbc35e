import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  act,
  capture,
  ensureDirectory,
  ensureFile,
  ensureUnit,
  mustRun,
  type Host,
} from "../host/index.ts";
import { renderFirewall } from "../firewall/render-firewall.ts";
import { adminPort } from "../nginx/render-nginx.ts";
import { words } from "../words.ts";
import { machineDestinationsOf, namesAskedFor, rememberAddresses } from "./destinations.ts";
import type { Step } from "./step.ts";

const rules = "/etc/nftables.d/secretariat.nft";
const main = "/etc/nftables.conf";
const include = 'include "/etc/nftables.d/*.nft"';

/** Closed both ways but for what site.yml names. Tables of others stay as they are. */
export const firewallStep: Step = {
  id: "firewall",
  title: words({ hi: "फ़ायरवॉल", en: "Firewall" }),
  async apply(host, { release, site, say, isBroken = false }) {
    const template = readFileSync(
      join(release, "systemd/templates/nftables.conf.template"),
      "utf8",
    );
    const { vpnRanges, adminRanges, helpdeskRanges } = site;
    const ranges = { vpnRanges, adminRanges, helpdeskRanges };
    if (!host.isCheck) {
      await rememberAddresses(site);
    }
    const destinations = await machineDestinationsOf(site);
    if (namesAskedFor(site).length > 0 && !destinations.some(({ port }) => port === 53)) {
      say(blind.hi);
      say(blind.en);
    }
    const content = renderFirewall(template, { ...ranges, adminPort, destinations });
    await ensureDirectory(host, { path: "/etc/nftables.d", mode: 0o755 });
    const isChanged = await ensureFile(host, { path: rules, content, mode: 0o640 });
    await ensureInclude(host);
    await ensureUnit(host, { name: "nftables.service", enabled: true, state: "started" });
    await load(host, isChanged || isBroken);
  },
};

/** Debian's own file stays; one line is added to it. */
async function ensureInclude(host: Host): Promise<void> {
  const before = existsSync(main) ? readFileSync(main, "utf8") : "#!/usr/sbin/nft -f\n";
  const content = before.includes(include) ? before : `${before.trimEnd()}\n${include}\n`;
  await ensureFile(host, { path: main, content, mode: 0o755 });
}

/** Checked as a whole first: rules that cannot be read never take the place of those that hold. */
async function load(host: Host, isChanged: boolean): Promise<void> {
  const asked = await capture(["nft", "list", "table", "inet", "secretariat"]);
  // The check that runs by the clock may not look. Whether outside is kept out can only be tried from there:
  // `monitoring.outsideProbe`.
  const isLoaded = asked.code === 0 || /not (?:permitted|supported)/.test(asked.errors);
  if (isLoaded && !isChanged) {
    return;
  }
  await act(host, "rules of the firewall", async () => {
    await mustRun(["nft", "--check", "--file", rules]);
    await mustRun(["nft", "--file", rules]);
  });
}

const blind = words({
  hi: "कोई बाहरी नाम-सर्वर ज्ञात नहीं; नामों के पते नहीं मिलेंगे (PF-071)। site.yml में nameServers लिखें।",
  en: "No name server outside is known; names will not be found (PF-071). Write nameServers in site.yml.",
});
