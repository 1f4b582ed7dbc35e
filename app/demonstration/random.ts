/** Chance that repeats itself: the same seed gives the same secretariat, on every machine. */
export interface Random {
  /** From 0 up to, but never, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
  /** Mostly near the median, now and then far above it: how long papers lie on desks. */
  lognormal(median: number, spread: number): number;
  /** An independent stream, so that drawing more here changes nothing elsewhere. */
  fork(label: string): Random;
}

export function createRandom(seed: string): Random {
  const next = mulberry(hash(seed));
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => pickAt(items, Math.floor(next() * items.length)),
    shuffle: (items) => shuffled(items, between),
    lognormal: (median, spread) => median * Math.exp(spread * normal(next)),
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

function pickAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) {
    throw new Error("could not pick from an empty list");
  }
  return item;
}

function shuffled<T>(items: readonly T[], between: (low: number, high: number) => number): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(between(0, left.length - 1), 1));
}

/** The Box-Muller transform; 1 - next() keeps the logarithm away from zero. */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

function mulberry(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** FNV-1a over the letters of the seed. */
function hash(text: string): number {
  let sum = 2166136261;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 16777619);
  }
  return sum;
}
