import { readFileSync } from "node:fs";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { keepFact, readFact } from "../watching/facts.ts";
import type { Destination } from "../firewall/render-firewall.ts";
import type { Site } from "../site/index.ts";

interface Named {
  readonly host: string;
  readonly port: number;
  readonly protocol: Destination["protocol"];
}

/** Everyone outside whom this installation may ask, as addresses: the firewall and the units know no names. */
export async function destinationsOf(site: Site): Promise<readonly Destination[]> {
  const known = (await readFact("addresses"))?.byName ?? {};
  const found = await Promise.all(namedIn(site).map((named) => addressesOf(named, known)));
  return found.flat().toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

function namedIn(site: Site): readonly Named[] {
  const urls = [
    site.directory?.url,
    ...site.singleSignOn.map(({ issuer }) => issuer),
    site.sms?.url,
    site.backups.second?.url,
  ].filter((url) => url !== undefined);
  const relay = site.mail?.relay.split(":");
  return [
    ...urls.map(ofUrl),
    ...(relay ? [{ host: relay[0] ?? "", port: Number(relay[1] ?? 587), protocol: tcp }] : []),
    ...site.timeServers.map((host) => ({ host, port: 123, protocol: udp })),
    ...nameServers().flatMap((host) => [
      { host, port: 53, protocol: udp },
      { host, port: 53, protocol: tcp },
    ]),
  ];
}

const tcp = "tcp" as const;
const udp = "udp" as const;
const usualPorts: Readonly<Record<string, number>> = { "https:": 443, "ldaps:": 636 };

function ofUrl(url: string): Named {
  const { hostname, port, protocol } = new URL(url);
  return { host: hostname, port: Number(port || usualPorts[protocol]), protocol: tcp };
}

function nameServers(): readonly string[] {
  const text = readFileSync("/etc/resolv.conf", "utf8");
  return [...text.matchAll(/^nameserver\s+(\S+)/gm)]
    .map(([, address = ""]) => address)
    .filter((address) => isIP(address) !== 0 && !address.startsWith("127."));
}

/** Remembered, so that a name server that is down closes no door that was open. */
export async function rememberAddresses(site: Site): Promise<void> {
  const byName: Record<string, string[]> = {};
  for (const { host } of namedIn(site).filter(({ host: name }) => isIP(name) === 0)) {
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
