import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { config } from "./config.ts";
import { OutboundFailure } from "./outbound-failure.ts";

/** How a name becomes addresses. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveByName: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** Public by number, yet the door to a cloud's own machinery. */
const neverAsked = new Set(["168.63.129.16"]);

/** What a state's own network uses; asked only where the settings name the host. */
const ofOwnNetwork = new Set(["private", "uniqueLocal", "carrierGradeNat"]);

/** The address as a URL, when it lies at one of these origins and is spelled in no misleading way. */
export function targetOf(allowedOrigins: readonly string[], address: string | URL): URL {
  const text = String(address);
  if (!/^https?:\/\/[\x21-\x7e]+$/i.test(text) || text.includes("\\") || !URL.canParse(text)) {
    throw new OutboundFailure("refused", "The address is not a plain one");
  }
  const url = new URL(text);
  if (carriesCredentials(url, text)) {
    throw new OutboundFailure("refused", "The address carries credentials");
  }
  if (url.protocol !== "https:" && !(config().OUTBOUND_TO_LOOPBACK && isLoopbackName(url))) {
    throw new OutboundFailure("refused", "The address is not protected by TLS");
  }
  if (
    !allowedOrigins.some((origin) => URL.canParse(origin) && new URL(origin).origin === url.origin)
  ) {
    throw new OutboundFailure("refused", "The address is not one of those allowed");
  }
  return url;
}

/** The addresses of a host, resolved once; refused as a whole when one of them may not be asked. */
export async function judgedAddresses(
  url: URL,
  privateHosts: readonly string[],
  resolve: Resolve,
): Promise<readonly LookupAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = ipaddr.isValid(host)
    ? [{ address: host, family: ipaddr.parse(host).kind() === "ipv6" ? 6 : 4 }]
    : await resolved(host, resolve);
  const isOwn = privateHosts.includes(url.hostname);
  if (found.length === 0 || !found.every(({ address }) => mayBeAsked(address, isOwn))) {
    throw new OutboundFailure("refused", "The host stands where nobody may ask");
  }
  return found;
}

async function resolved(host: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  try {
    return await resolve(host);
  } catch (error) {
    throw new OutboundFailure("unreachable", "The name of the host is not known", error);
  }
}

/** Only what is plainly public, or plainly the office's own and named as such. */
export function mayBeAsked(address: string, isOwn: boolean): boolean {
  if (!ipaddr.isValid(address) || address.includes("%") || neverAsked.has(address)) {
    return false;
  }
  const range = ipaddr.parse(address).range();
  return (
    range === "unicast" ||
    (isOwn && ofOwnNetwork.has(range)) ||
    (config().OUTBOUND_TO_LOOPBACK && range === "loopback")
  );
}

/** Also where the name before the `@` is empty, which the parsed address does not show. */
function carriesCredentials(url: URL, text: string): boolean {
  return url.username !== "" || url.password !== "" || /^[^/]*\/\/[^/?#]*@/.test(text);
}

function isLoopbackName(url: URL): boolean {
  return ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
}
