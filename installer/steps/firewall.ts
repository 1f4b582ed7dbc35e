import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { act, ensureDirectory, ensureFile, ensureUnit, mustRun, type Host } from "../host/index.ts";
import { loadedRules } from "../firewall/loaded-rules.ts";
import { renderFirewall } from "../firewall/render-firewall.ts";
import { adminPort } from "../nginx/render-nginx.ts";
import { keepFact, readFact } from "../watching/facts.ts";
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

/**
 * Loaded where the file is new, or the kernel holds other rules than were loaded last: a rule added or a policy opened
 * by hand leaves the file as it was. Checked as a whole first: rules that cannot be read never take the place of those
 * that hold.
 */
async function load(host: Host, isChanged: boolean): Promise<void> {
  if (!isChanged && (await isAsLoaded())) {
    return;
  }
  await act(host, "rules of the firewall", async () => {
    await mustRun(["nft", "--check", "--file", rules]);
    await mustRun(["nft", "--file", rules]);
    const loaded = await loadedRules();
    if (typeof loaded === "object") {
      await keepFact("firewall", loaded);
    }
  });
}

/** The check that runs by the clock may not look: `monitoring.outsideProbe` tries from outside who is kept out. */
async function isAsLoaded(): Promise<boolean> {
  const loaded = await loadedRules();
  if (typeof loaded !== "object") {
    return loaded === "hidden";
  }
  return loaded.mark === (await readFact("firewall"))?.mark;
}

const blind = words({
  hi: "कोई बाहरी नाम-सर्वर ज्ञात नहीं; नामों के पते नहीं मिलेंगे (PF-071)। site.yml में nameServers लिखें।",
  en: "No name server outside is known; names will not be found (PF-071). Write nameServers in site.yml.",
});
