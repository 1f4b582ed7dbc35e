/**
 * INVARIANT: who knocks at the closed door costs no statement. Attempts are counted here and written together
 * every few seconds, by address and hour; the record gets one event for each, however many came.
 */
import { Counter } from "prom-client";
import ipaddr from "ipaddr.js";
import { log, nobody, now, record, rows, transaction } from "../base/index.ts";
import { everyNetwork } from "./policy.ts";

const refused = new Counter({
  name: "secretariat_network_refused_total",
  help: "Requests from outside every known network, answered by the closed door.",
});

const writeEvery = 5_000;
const mostSourcesAnHour = 500;
const others = "others";

let counts = new Map<string, number>();
let sources = { hour: 0, seen: new Set<string>() };
let waiting: NodeJS.Timeout | undefined;

export function countRefusal(address: string | undefined): void {
  refused.inc();
  const source = nameOfSource(address);
  counts.set(source, (counts.get(source) ?? 0) + 1);
  waiting ??= setTimeout(writeLater, writeEvery).unref();
}

/** Whoever comes from ever new addresses fills no table: past a bound they count together. */
function nameOfSource(address: string | undefined): string {
  const hour = Math.floor(Date.now() / 3_600_000);
  if (sources.hour !== hour) {
    sources = { hour, seen: new Set() };
  }
  const source = sourceOf(address);
  if (sources.seen.size >= mostSourcesAnHour && !sources.seen.has(source)) {
    return others;
  }
  sources.seen.add(source);
  return source;
}

/** One house has 2^64 addresses of the new kind, so these count by their network. */
function sourceOf(address: string | undefined): string {
  if (address === undefined) {
    return "unknown";
  }
  return ipaddr.parse(address).kind() === "ipv4"
    ? address
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()}/64`;
}

function writeLater(): void {
  writeRefusals().catch((error: unknown) =>
    log.warn({ err: error }, "Refusals at the door were not written"),
  );
}

/** Writes what was counted since; what cannot be written now is kept. */
export async function writeRefusals(): Promise<void> {
  clearTimeout(waiting);
  waiting = undefined;
  const taken = counts;
  counts = new Map();
  try {
    await transaction(() => write(taken));
  } catch (error) {
    for (const [source, attempts] of taken) {
      counts.set(source, (counts.get(source) ?? 0) + attempts);
    }
    throw error;
  }
}

async function write(taken: ReadonlyMap<string, number>): Promise<void> {
  const given = [...taken].map(([address, attempts]) => ({ address, attempts }));
  const written = await rows<{ address: string; isNew: boolean }>(statement, {
    given: JSON.stringify(given),
    at: now(),
  });
  for (const { address } of written.filter(({ isNew }) => isNew)) {
    await record({ ...nobody, address }, "networks.refused", {
      subject: { type: "network", id: everyNetwork },
      detail: { address },
    });
  }
}

const statement = `
  insert into network_refusals as r (address, hour, attempts, first_at, last_at)
  select address, date_trunc('hour', $at::timestamptz), attempts, $at, $at
  from jsonb_to_recordset($given::jsonb) as given (address text, attempts bigint)
  order by address
  on conflict (address, hour) do update
    set attempts = r.attempts + excluded.attempts, last_at = excluded.last_at
  returning address, xmax = 0 as "isNew"`;
