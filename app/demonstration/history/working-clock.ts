import type { Holiday } from "../holidays.ts";

/** Time in which offices work, counted in seconds: ten to half past five, Monday to Friday. */
export interface WorkingClock {
  /** The moment of this second; beyond the last day shown, nothing. */
  readonly momentOf: (second: number) => Date | undefined;
  /** How many working seconds have passed when the history ends. */
  readonly end: number;
  /** yyyy-mm-dd of the working day that begins so many working days after this second. */
  readonly dayAfter: (second: number, days: number) => string;
}

export const workingDay = 7.5 * 3600;
const dayMilliseconds = 86_400_000;
// Ten o'clock in Raipur.
const opening = 4.5 * 3_600_000;

/** Counts working time over the `days` before `end`. */
export function makeWorkingClock(
  holidays: readonly Holiday[],
  end: Date,
  days: number,
): WorkingClock {
  const closed = new Set(holidays.map(({ date }) => date));
  const last = Math.floor(end.getTime() / dayMilliseconds);
  // Due dates and expected replies lie after the end.
  const open = Array.from({ length: days + 120 }, (_, index) => last - days + index)
    .map((day) => new Date(day * dayMilliseconds))
    .filter((day) => isWorkday(day) && !closed.has(day.toISOString().slice(0, 10)))
    .map((day) => day.getTime());
  const dayIndex = (second: number) => Math.floor(second / workingDay);
  return {
    end: passed(open, end.getTime()),
    momentOf: (second) => {
      const day = open[dayIndex(second)];
      return day === undefined
        ? undefined
        : new Date(day + opening + Math.floor(second % workingDay) * 1000);
    },
    dayAfter: (second, after) => {
      const day = open[Math.min(dayIndex(second) + after, open.length - 1)] ?? end.getTime();
      return new Date(day).toISOString().slice(0, 10);
    },
  };
}

function isWorkday(day: Date): boolean {
  return day.getUTCDay() % 6 !== 0;
}

function passed(open: readonly number[], end: number): number {
  const seconds = open.map((day) =>
    Math.min(Math.max((end - day - opening) / 1000, 0), workingDay),
  );
  return Math.floor(seconds.reduce((sum, part) => sum + part, 0));
}
