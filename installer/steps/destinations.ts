import { lookup } from "node:dns/promises";
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import { exporterPorts } from "../watching/config/prometheus.ts";
import { keepFact, readFact } from "../watching/facts.ts";
import { nameServersOf } from "../firewall/name-servers.ts";
import type { Destination } from "../firewall/render-firewall.ts";
import type { Site } from "../site/index.ts";

interface Named {
  readonly host: string;
  readonly port: number;
  readonly protocol: Destination["protocol"];
}

/** Everyone outside whom our units may ask, as addresses: neither they nor the firewall know names. */
export async function destinationsOf(site: Site): Promise<readonly Destination[]> {
  return resolved([...namedIn(site), ...(await nameServers(site))]);
}

/** Whom the machine may ask: Prometheus besides asks the prober outside, through which no unit of ours may reach. */
export async function machineDestinationsOf(site: Site): Promise<readonly Destination[]> {
  return resolved([...namedIn(site), ...(await nameServers(site)), ...proberOf(site)]);
}

/** The names among them, which somebody must resolve. */
export function namesAskedFor(site: Site): readonly string[] {
  const hosts = [...namedIn(site), ...proberOf(site)].map(({ host }) => host);
  return [...new Set(hosts.filter((host) => isIP(host) === 0))];
}

async function resolved(all: readonly Named[]): Promise<readonly Destination[]> {
  const known = (await readFact("addresses"))?.byName ?? {};
  const found = await Promise.all(all.map((named) => addressesOf(named, known)));
  return found.flat().toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

function namedIn(site: Site): readonly Named[] {
  const urls = [
    site.directory?.url,
    ...site.singleSignOn.map(({ issuer }) => issuer),
    site.sms?.url,
    site.backups.second?.url,
  ].filter((url) => url !== undefined);
  return [
    ...urls.map(ofUrl),
    ...ofTarget(site.mail?.relay, 587),
    ...site.timeServers.map((host) => ({ host, port: 123, protocol: udp })),
  ];
}

const tcp = "tcp" as const;
const udp = "udp" as const;
const usualPorts: Readonly<Record<string, number>> = { "https:": 443, "ldaps:": 636 };

function proberOf({ monitoring }: Site): readonly Named[] {
  return monitoring.enabled ? ofTarget(monitoring.outsideProbe, exporterPorts.blackbox) : [];
}

function ofTarget(target: string | undefined, usual: number): readonly Named[] {
  const [host, port = usual] = target?.split(":") ?? [];
  return host === undefined ? [] : [{ host, port: Number(port), protocol: tcp }];
}

function ofUrl(url: string): Named {
  const { hostname, port, protocol } = new URL(url);
  return { host: hostname, port: Number(port || usualPorts[protocol]), protocol: tcp };
}

async function nameServers(site: Site): Promise<readonly Named[]> {
  const hosts = await nameServersOf(site, (path) => readFile(path, "utf8").catch(() => undefined));
  return hosts.flatMap((host) => [
    { host, port: 53, protocol: udp },
    { host, port: 53, protocol: tcp },
  ]);
}

/** Remembered, so that a name server that is down closes no door that was open. */
export async function rememberAddresses(site: Site): Promise<void> {
  const byName: Record<string, string[]> = {};
  for (const host of namesAskedFor(site)) {
    byName[host] = await lookUp(host);
  }
  const known = (await readFact("addresses"))?.byName ?? {};
  const found = Object.entries(byName).filter(([, addresses]) => addresses.length > 0);
  await keepFact("addresses", { byName: { ...known, ...Object.fromEntries(found) } });
}

/** A name that cannot be found now keeps the addresses it had; one that never was found is left out. */
async function addressesOf(
  { host, port, protocol }: Named,
  known: Readonly<Record<string, readonly string[]>>,
): Promise<readonly Destination[]> {
  const found = isIP(host) === 0 ? await lookUp(host) : [host];
  const addresses = found.length > 0 ? found : (known[host] ?? []);
  return addresses.map((address) => ({ address, port, protocol }));
}

async function lookUp(name: string): Promise<string[]> {
  const found = await lookup(name, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
}

function keyOf({ address, protocol, port }: Destination): string {
  return `${address} ${protocol} ${port}`;
}
