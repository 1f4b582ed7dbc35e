import type { Machine } from "./machine.ts";

const folder = "/var/log/journal";
const secondsOfDay = 86_400;

/** How many days the journal can keep, by its settings, its size and the room on its disk. */
export async function journalSpan(machine: Machine): Promise<number> {
  const { output } = await machine.ask(["systemd-analyze", "cat-config", "systemd/journald.conf"]);
  const isKept =
    (await machine.entry(folder)) && !/^(?:volatile|none)$/.test(last(output, "Storage"));
  if (!isKept) {
    return 0;
  }
  const [byAge, byRoom] = await Promise.all([
    daysByAge(machine, output),
    daysByRoom(machine, output),
  ]);
  return Math.floor(Math.min(byAge, byRoom));
}

/** The last one counts: systemd reads the files in this order. */
function last(settings: string, key: string): string {
  const found = [...settings.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))];
  return found.at(-1)?.[1]?.trim() ?? "";
}

/** Files go as a whole when their first line is too old; without a limit none does. */
async function daysByAge(machine: Machine, settings: string): Promise<number> {
  const most = await seconds(machine, last(settings, "MaxRetentionSec"));
  const span = await seconds(machine, last(settings, "MaxFileSec") || "1month");
  return most > 0 ? (most - span) / secondsOfDay : Number.POSITIVE_INFINITY;
}

async function seconds(machine: Machine, span: string): Promise<number> {
  if (span === "" || /^\d+$/.test(span)) {
    return Number(span);
  }
  const { output } = await machine.ask(["systemd-analyze", "timespan", span]);
  return Number(/\Ss:\s*(\d+)/.exec(output)?.[1] ?? 0) / 1e6;
}

/** As it grew until now; in its first week nobody can tell. */
async function daysByRoom(machine: Machine, settings: string): Promise<number> {
  const age = await ageInDays(machine);
  if (age < 7) {
    return Number.POSITIVE_INFINITY;
  }
  const { output } = await machine.ask(["journalctl", "--disk-usage"]);
  const taken = bytesOf(/take up (\d[\d.]*[KMGT]?)/.exec(output)?.[1] ?? "");
  const { freeBytes } = await machine.space(folder);
  const most = bytesOf(last(settings, "SystemMaxUse")) || Number.POSITIVE_INFINITY;
  return (Math.min(most, taken + freeBytes) / taken) * age;
}

/** Each file that is closed is named by the moment of its first line. */
async function ageInDays(machine: Machine): Promise<number> {
  const inside = (await machine.names(folder)).map((name) => machine.names(`${folder}/${name}`));
  const moments = (await Promise.all(inside))
    .flat()
    .map((name) => /^system@[\da-f]{32}-[\da-f]{16}-([\da-f]{16})\.journal$/.exec(name)?.[1])
    .map((microseconds) => (microseconds ? Number.parseInt(microseconds, 16) / 1e3 : Infinity));
  return (machine.now().getTime() - Math.min(...moments)) / 1e3 / secondsOfDay;
}

const units = "KMGT";

function bytesOf(size: string): number {
  const [, number = "0", unit = ""] = /^([\d.]+)([KMGT]?)/.exec(size) ?? [];
  return Number(number) * 1024 ** (unit === "" ? 0 : units.indexOf(unit) + 1);
}
