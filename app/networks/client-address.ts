import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

/** What is read of a request. */
interface Asking extends Pick<IncomingMessage, "headers"> {
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** An address in one form, however it was written; undefined for what is none. */
export function plainAddress(given: string | undefined): string | undefined {
  return given !== undefined && ipaddr.isValid(given)
    ? ipaddr.process(given).toString()
    : undefined;
}

/**
 * Where a request comes from. Behind our own proxy it says so itself, in the last hop of its header, and it
 * stands on this machine; whoever else connects is taken at the address of the connection, whatever he claims.
 * Undefined where our proxy is contradicted: then nobody is believed.
 */
export function clientAddress(
  { socket, headers }: Asking,
  isBehindProxy: boolean,
): string | undefined {
  const peer = plainAddress(socket.remoteAddress);
  if (!isBehindProxy || !isOurMachine(socket.remoteAddress, peer)) {
    return peer;
  }
  const claims = [lastHop(headers["x-forwarded-for"]), lastHop(headers["x-real-ip"])].filter(
    (claim) => claim !== "",
  );
  const [address, ...others] = claims.map(plainAddress);
  return claims.length === 0
    ? peer
    : others.every((other) => other === address)
      ? address
      : undefined;
}

/** A connection over a socket file has no address at all. */
function isOurMachine(remote: string | undefined, peer: string | undefined): boolean {
  return remote === undefined || remote === "" || isLoopback(peer);
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && ipaddr.parse(address).range() === "loopback";
}

function lastHop(header: string | readonly string[] | undefined): string {
  const text = Array.isArray(header) ? header.join(",") : String(header ?? "");
  return (text.split(",").at(-1) ?? "").trim();
}

const forwarded = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];

/** Takes off what somebody who is not our proxy claims about himself. */
export function dropClaims(request: Asking): void {
  const { remoteAddress } = request.socket;
  if (!isOurMachine(remoteAddress, plainAddress(remoteAddress))) {
    for (const name of forwarded) {
      delete request.headers[name];
    }
  }
}
