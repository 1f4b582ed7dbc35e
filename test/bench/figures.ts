import type { Measured } from "./load.ts";

export interface Figures {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** The rate of the middle round; percentiles exact, over the samples of all rounds. */
export function figuresOf(rounds: readonly Measured[]): Figures {
  const rates = rounds
    .map(({ samples, seconds }) => samples.length / seconds)
    .toSorted((one, other) => one - other);
  const samples = rounds.flatMap((round) => round.samples).toSorted((one, other) => one - other);
  return {
    requestsPerSecond: rounded(rates[Math.floor(rates.length / 2)] ?? 0),
    p50: rounded(percentile(samples, 50)),
    p95: rounded(percentile(samples, 95)),
    p99: rounded(percentile(samples, 99)),
  };
}

/** The smallest sample that at least so many of a hundred do not exceed. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
