import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BackupPlaces } from "../../backups/places.ts";
import { ensureDirectory, ensureFile, ensureUnit, type Host } from "../host/index.ts";
import { places } from "../places.ts";
import { shownCertificate } from "../preflight/certificate-of.ts";
import type { Site } from "../site/index.ts";

type Named = NonNullable<Site["backups"]["second"]>;

const folder = join(places.settings, "second-host");
export const second = {
  addressFile: join(folder, "address"),
  authority: join(folder, "authority.crt"),
} as const;
const carrier = "secretariat-backup-wal.service";

/** The address holds a password, so that it lies in a file of its own, brought by the administrator. */
export function secondOf({ second: named }: Site["backups"]): Pick<BackupPlaces, "second"> {
  return named ? { second } : {};
}

/** Trusts the second host that site.yml names, and carries WAL to it from the moment its address was brought. */
export async function ensureSecondHost(
  host: Host,
  { second: named }: Site["backups"],
  say: (line: string) => void,
): Promise<void> {
  const isReached = named !== undefined && existsSync(second.addressFile);
  if (named) {
    await ensureDirectory(host, { path: folder, mode: 0o700 });
    await ensureTrust(host, named, say);
  }
  if (isReached) {
    refuseOther(named, readFileSync(second.addressFile, "utf8").trim());
  }
  const state = isReached ? "started" : "stopped";
  await ensureUnit(host, { name: carrier, enabled: isReached, state });
}

/** The one certificate with the fingerprint of site.yml, unless the administrator brought an authority himself. */
async function ensureTrust(
  host: Host,
  { url, fingerprint }: Named,
  say: (line: string) => void,
): Promise<void> {
  if (existsSync(second.authority)) {
    return;
  }
  const { hostname, port } = new URL(url);
  const shown = await shownCertificate(hostname, Number(port || 443));
  if (shown === undefined) {
    say(`${url} does not answer: run "secretariat reconfigure" when it does`);
    return;
  }
  if (shown.fingerprint !== fingerprint.replaceAll(":", "").toLowerCase()) {
    throw new Error(
      `The second host shows another certificate than site.yml names: ${shown.fingerprint}`,
    );
  }
  await ensureFile(host, { path: second.authority, content: shown.text });
}

/** What the firewall lets through is what site.yml names; backups would go nowhere else. */
function refuseOther({ url }: Named, address: string): void {
  const wanted = new URL(url).host;
  if (address.startsWith("rest:") && new URL(address.slice("rest:".length)).host !== wanted) {
    throw new Error(
      `${second.addressFile} and backups.second.url of site.yml name different hosts`,
    );
  }
}
