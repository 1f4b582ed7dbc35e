/**
 * INVARIANTS
 * 1. A request costs no statement for the gate: what holds is kept in this process and read again every few
 *    seconds, or at once after a change made here.
 * 2. While Postgres is away the last copy holds, since ranges must not open or close with an outage. Without any
 *    copy nobody is let in.
 */
import { setTimeout as pause } from "node:timers/promises";
import { log, now, today } from "../base/index.ts";
import { rangeOf, readNetworks, type KnownRange, type Networks } from "./networks.ts";

const validity = 8_000;
const patience = 1_000;
const mostAddresses = 10_000;

let known: { networks: Networks; goodUntil: number } | undefined;
let reading: Promise<void> | undefined;
let placed = new Map<string, KnownRange | undefined>();

/** What holds now; undefined where it could never be read. */
export async function presentNetworks(): Promise<Networks | undefined> {
  if (!known || Date.now() > known.goodUntil) {
    reading ??= readAgain().finally(() => {
      reading = undefined;
    });
    await (known ? Promise.race([reading, pause(patience, undefined, { ref: false })]) : reading);
  }
  return known?.networks;
}

async function readAgain(): Promise<void> {
  try {
    const networks = await readNetworks(today(now()), known?.networks);
    if (networks !== known?.networks) {
      placed = new Map();
    }
    known = { networks, goodUntil: Date.now() + validity };
  } catch (error) {
    log.warn({ err: error }, "The networks could not be read; the last copy holds");
    known &&= { ...known, goodUntil: Date.now() + patience };
  }
}

/** After a change: the next request reads it. */
export function readNetworksAnew(): void {
  known &&= { ...known, goodUntil: 0 };
}

/** For tests only: as if the process had just started. */
export function forgetNetworks(): void {
  known = undefined;
  placed = new Map();
}

/** The range of an address, remembered: thousands of offices ask again and again from the same few. */
export function placeOf(networks: Networks, address: string | undefined): KnownRange | undefined {
  const key = address ?? "";
  if (!placed.has(key)) {
    if (placed.size > mostAddresses) {
      placed.clear();
    }
    placed.set(key, rangeOf(networks, address));
  }
  return placed.get(key);
}
