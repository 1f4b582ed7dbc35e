/** Numbers that come again in the same order for the same seed, so that a finding can be made again. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `limit` (mulberry32, a well-known mixer of 32 bits). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  oneOf<T>(choices: readonly T[]): T {
    const found = choices[this.below(choices.length)];
    if (found === undefined) {
      throw new Error("There is nothing to choose from");
    }
    return found;
  }
}
