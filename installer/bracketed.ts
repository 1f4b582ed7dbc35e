import { isIPv6 } from "node:net";

/** An address as it stands before a port and in URLs. */
export function bracketed(address: string): string {
  return isIPv6(address) ? `[${address}]` : address;
}
