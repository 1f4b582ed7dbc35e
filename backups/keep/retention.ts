import type { DatabaseSet } from "../engine/parse-info.ts";
import type { Hold } from "./holds.ts";

export interface KeepRules {
  readonly keepDays: number;
  readonly keepMonths: number;
}

export interface Point {
  /** Name of the set. */
  readonly name: string;
  readonly at: Date;
  readonly label: string;
}

const day = 86_400_000;

/**
 * Labels of the backups that may go. Kept are: the window in which every moment can be gone back to, with the full
 * set it begins from; the first full set of so many months; what is held; and all that any of these needs.
 */
export function expired(
  sets: readonly DatabaseSet[],
  { rules, holds, points, now }: Judged,
): string[] {
  if (holds.some(({ set }) => set === "all")) {
    return [];
  }
  const wanted = [
    ...inWindow(sets, rules, now),
    ...monthly(sets, { rules, points, now }),
    ...held(sets, holds, points),
    ...sets.slice(-1),
  ];
  const kept = new Set(wanted.flatMap(({ label, needs }) => [label, ...needs]));
  return sets.map(({ label }) => label).filter((label) => !kept.has(label));
}

interface Judged {
  readonly rules: KeepRules;
  readonly holds: readonly Hold[];
  readonly points: readonly Point[];
  readonly now: Date;
}

/** How many full sets WAL is kept from: those of the window, or all while anything is held. */
export function fullSetsWithWal(
  sets: readonly DatabaseSet[],
  { rules, holds, now }: Pick<Judged, "rules" | "holds" | "now">,
): number {
  const full = sets.filter(({ type }) => type === "full");
  const first = windowStart(full, rules, now);
  const before = first ? full.indexOf(first) : 0;
  return Math.max(1, holds.length > 0 ? full.length : full.length - before);
}

/**
 * The full set from which WAL was kept without a break. What the window held when the oldest order came is kept as
 * well; the set it began from may be gone since.
 */
export function wholeFrom(
  sets: readonly DatabaseSet[],
  { rules, holds, now }: Pick<Judged, "rules" | "holds" | "now">,
): DatabaseSet | undefined {
  const full = sets.filter(({ type }) => type === "full");
  const window = windowStart(full, rules, now);
  const held = Math.min(...holds.map(({ heldAt }) => new Date(heldAt).getTime()));
  const underHold = full.find(({ endedAt }) => endedAt.getTime() >= held - rules.keepDays * day);
  return full.find((set) => set === window || set === underHold);
}

function inWindow(sets: readonly DatabaseSet[], rules: KeepRules, now: Date): DatabaseSet[] {
  const full = sets.filter(({ type }) => type === "full");
  const start = windowStart(full, rules, now)?.startedAt ?? new Date(0);
  return sets.filter(({ startedAt }) => startedAt >= start);
}

/** The newest full set that lies before the window: its first moments are reached from there. */
function windowStart(
  full: readonly DatabaseSet[],
  { keepDays }: KeepRules,
  now: Date,
): DatabaseSet | undefined {
  const from = now.getTime() - keepDays * day;
  return full.findLast(({ endedAt }) => endedAt.getTime() <= from) ?? full[0];
}

function monthly(
  sets: readonly DatabaseSet[],
  { rules: { keepMonths }, points, now }: Omit<Judged, "holds">,
): DatabaseSet[] {
  const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keepMonths, 1));
  const full = sets.filter(({ type, endedAt }) => type === "full" && endedAt >= oldest);
  const months = Map.groupBy(full, ({ endedAt }) => endedAt.toISOString().slice(0, 7));
  const told = new Set(points.map(({ label }) => label));
  // Without a manifest it is no set; but where no manifest can be read, nothing goes because of that.
  return [...months.values()].flatMap((ofMonth) => {
    const first = ofMonth.find(({ label }) => told.has(label)) ?? ofMonth[0];
    return first ? [first] : [];
  });
}

function held(
  sets: readonly DatabaseSet[],
  holds: readonly Hold[],
  points: readonly Point[],
): DatabaseSet[] {
  const names = new Set(holds.map(({ set }) => set));
  const labels = points.filter(({ name }) => names.has(name)).map(({ label }) => label);
  return sets.filter(({ label }) => names.has(label) || labels.includes(label));
}

/** Hourly states of documents and archives of the configuration: all of the window, then the first of each month. */
export function expiredMoments<Moment extends { readonly at: Date }>(
  moments: readonly Moment[],
  { keepDays, keepMonths }: KeepRules,
  now: Date,
): Moment[] {
  const window = now.getTime() - keepDays * day;
  const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keepMonths, 1));
  const sorted = moments.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const months = Map.groupBy(sorted, ({ at }) => at.toISOString().slice(0, 7));
  const firsts = new Set([...months.values()].flatMap((ofMonth) => ofMonth.slice(0, 1)));
  return sorted.filter(
    (moment) =>
      moment !== sorted.at(-1) &&
      moment.at.getTime() < window &&
      !(firsts.has(moment) && moment.at >= oldest),
  );
}
