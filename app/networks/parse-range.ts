import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
export type ParsedRange = readonly [network: Address, bits: number];

/** The widest ranges one may enter: wider ones are slips of the hand. */
const fewestBits = { ipv4: 8, ipv6: 16 } as const;

export type RangeFault = "unreadable" | "too-wide" | "host-bits";

/** A range as written: `10.20.0.0/16`, or one address alone. */
export function parseRange(text: string): ParsedRange | RangeFault {
  const given = text.trim();
  const whole = ipaddr.isValid(given) ? `${given}/${given.includes(":") ? 128 : 32}` : given;
  if (!/^[0-9a-f.:]+\/\d{1,3}$/i.test(whole) || !ipaddr.isValidCIDR(whole)) {
    return "unreadable";
  }
  const [network, bits] = ipaddr.parseCIDR(whole);
  if (network.kind() === "ipv4" && whole !== `${network.toString()}/${bits}`) {
    return "unreadable"; // 10.1/16 and octal digits mean different things to different programs
  }
  if (bits < fewestBits[network.kind()]) {
    return "too-wide";
  }
  return firstOf(whole, network) === network.toString() ? [network, bits] : "host-bits";
}

export function textOfRange([network, bits]: ParsedRange): string {
  return `${network.toString()}/${bits}`;
}

export function contains([network, bits]: ParsedRange, address: string): boolean {
  const parsed = ipaddr.process(address);
  return parsed.kind() === network.kind() && parsed.match([network, bits]);
}

/** The first address of the range: a range must be written by it. */
function firstOf(whole: string, network: Address): string {
  return network.kind() === "ipv4"
    ? ipaddr.IPv4.networkAddressFromCIDR(whole).toString()
    : ipaddr.IPv6.networkAddressFromCIDR(whole).toString();
}
