import { isIPv4, isIPv6 } from "node:net";
import { renderTemplate } from "../render-template.ts";

/** Somebody outside who may be asked: his address, and where he answers. */
export interface Destination {
  readonly address: string;
  readonly protocol: "tcp" | "udp";
  readonly port: number;
}

export interface Firewall {
  readonly vpnRanges: readonly string[];
  readonly adminRanges: readonly string[];
  /** They reach the administrators' server, which shows them the helpdesk's page alone; never ssh. */
  readonly helpdeskRanges: readonly string[];
  /** Of the administrators' own server of nginx. */
  readonly adminPort: number;
  readonly destinations: readonly Destination[];
  /** Further rules for what arrives, such as a backup host that is asked by others. */
  readonly more?: readonly string[];
}

/** The rules of nftables for one host. Names and ranges that are no addresses are refused: rules hold nothing else. */
export function renderFirewall(template: string, firewall: Firewall): string {
  const { vpnRanges, adminRanges, helpdeskRanges, adminPort, destinations, more = [] } = firewall;
  const ranges = [...vpnRanges, ...adminRanges, ...helpdeskRanges];
  refuseUnclear([...ranges, ...destinations.map(({ address }) => address)]);
  return renderTemplate(template, {
    vpnfour: elements(vpnRanges.filter(isOfFour)),
    vpnsix: elements(vpnRanges.filter(isOfSix)),
    adminfour: elements(adminRanges.filter(isOfFour)),
    adminsix: elements(adminRanges.filter(isOfSix)),
    helpdeskfour: elements(helpdeskRanges.filter(isOfFour)),
    helpdesksix: elements(helpdeskRanges.filter(isOfSix)),
    outfour: elements(destinations.filter(({ address }) => isIPv4(address)).map(asElement)),
    outsix: elements(destinations.filter(({ address }) => isIPv6(address)).map(asElement)),
    adminport: String(adminPort),
    more: more.join("\n    "),
  });
}

function refuseUnclear(named: readonly string[]): void {
  const unclear = named.filter((one) => !isOfFour(one) && !isOfSix(one));
  if (unclear.length > 0) {
    throw new Error(`The firewall takes addresses and ranges only, not ${unclear.join(", ")}`);
  }
}

function isOfFour(range: string): boolean {
  const [address = "", length = "32", ...rest] = range.split("/");
  return isIPv4(address) && isLength(length, 32) && rest.length === 0;
}

function isOfSix(range: string): boolean {
  const [address = "", length = "128", ...rest] = range.split("/");
  return isIPv6(address) && isLength(length, 128) && rest.length === 0;
}

/** Nothing as wide as the world: a range without a length that says something opens every door. */
function isLength(text: string, most: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

function asElement({ address, protocol, port }: Destination): string {
  return `${address} . ${protocol} . ${port}`;
}

/** A set without elements says nothing of them: empty braces are a mistake to nftables. */
function elements(all: readonly string[]): string {
  const distinct = [...new Set(all)].toSorted();
  return distinct.length === 0 ? "" : `elements = { ${distinct.join(", ")} }`;
}
