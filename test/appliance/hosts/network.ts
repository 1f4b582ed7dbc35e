import { ask, must } from "./command.ts";
import type { Answer, CommandOptions } from "./command.ts";
import { noteMade } from "./made.ts";
import { join } from "node:path";
import { resolverAddress } from "./places.ts";
import { beginRun, runFolder, runName } from "./this-run.ts";

/**
 * One switch in a namespace of its own, that no cable leaves. Hosts hang on its bridge; it passes packets on to the
 * people of the VPN and to those outside it, who therefore reach a host exactly as far as the host lets them.
 */
export const networks = {
  centre: { range: "10.77.0.0/24", gateway: "10.77.0.1" },
  vpn: { range: "10.88.0.0/24", gateway: "10.88.0.1", address: "10.88.0.2" },
  outside: { range: "203.0.113.0/24", gateway: "203.0.113.1", address: "203.0.113.2" },
} as const;

export type ClientName = "vpn" | "outside";

/** A place in the network programs may be run from. */
export interface Place {
  readonly namespace: string;
  readonly address: string;
  readonly run: (command: readonly string[], options?: CommandOptions) => Promise<Answer>;
}

let opened: Promise<Place> | undefined;
const clients = new Map<ClientName, Promise<Place>>();

/** The namespace of the switch: where Ansible, ssh and the services of the data centre run. */
export function theSwitch(): Promise<Place> {
  opened ??= openSwitch().catch((error: unknown) => {
    opened = undefined; // what could not be made now may be made for the next suite
    throw error;
  });
  return opened;
}

/** Somebody in the VPN, or somebody who is not. */
export function client(name: ClientName): Promise<Place> {
  const known = clients.get(name) ?? openClient(name);
  clients.set(name, known);
  return known;
}

/** Forgets the switch; what it was made of is undone by the end of the run. */
export function forgetNetwork(): void {
  opened = undefined;
  clients.clear();
}

export function placeIn(namespace: string, address: string): Place {
  return {
    namespace,
    address,
    run: (command, options) => ask(["ip", "netns", "exec", namespace, ...command], options),
  };
}

export async function ip(...words: readonly string[]): Promise<void> {
  await must(["ip", ...words]);
}

/** Makes a namespace with its loopback up. */
export async function makeNamespace(folder: string, name: string): Promise<void> {
  noteMade(folder, { kind: "namespace", name });
  await ip("netns", "add", name);
  await ip("-n", name, "link", "set", "lo", "up");
}

async function openSwitch(): Promise<Place> {
  await beginRun();
  const name = `${runName}-sw`;
  await makeNamespace(join(runFolder, "switch"), name);
  await ip("-n", name, "link", "add", "br0", "type", "bridge");
  await ip("-n", name, "addr", "add", `${networks.centre.gateway}/24`, "dev", "br0");
  await ip("-n", name, "link", "set", "br0", "up");
  const place = placeIn(name, networks.centre.gateway);
  await must(["ip", "netns", "exec", name, "sysctl", "-qw", "net.ipv4.ip_forward=1"]);
  await must(["ip", "netns", "exec", name, "nft", "-f", "-"], { input: countStrays });
  return place;
}

async function openClient(name: ClientName): Promise<Place> {
  const { namespace: sw } = await theSwitch();
  const { gateway, address } = networks[name];
  const own = `${runName}-${name}`;
  await makeNamespace(join(runFolder, name), own);
  await ip("link", "add", name, "netns", sw, "type", "veth", "peer", "name", "up0", "netns", own);
  await ip("-n", sw, "addr", "add", `${gateway}/24`, "dev", name);
  await ip("-n", sw, "link", "set", name, "up");
  await ip("-n", own, "addr", "add", `${address}/24`, "dev", "up0");
  await ip("-n", own, "link", "set", "up0", "up");
  await ip("-n", own, "route", "add", "default", "via", gateway);
  return placeIn(own, address);
}

/**
 * Whatever a host sends to an address that is in none of our networks is counted: nothing should be. The name server it
 * was given may be asked; nobody answers.
 */
const countStrays = `
table inet strays {
  counter strays { }
  chain seen {
    type filter hook prerouting priority -300;
    ip daddr ${resolverAddress} udp dport 53 accept
    ip daddr ${resolverAddress} tcp dport 53 accept
    ip saddr ${networks.centre.range} ip daddr != { ${networks.centre.range}, ${networks.vpn.range}, ${networks.outside.range}, 224.0.0.0/4, 255.255.255.255 } counter name strays
  }
}
`;

/** How many packets hosts have sent to addresses nobody gave them. */
export async function straysSeen(): Promise<number> {
  const { run } = await theSwitch();
  const { output } = await run(["nft", "-j", "list", "counter", "inet", "strays", "strays"]);
  const told = JSON.parse(output) as { nftables: { counter?: { packets: number } }[] };
  return told.nftables.find((entry) => entry.counter)?.counter?.packets ?? 0;
}
