/** One file of the corpus: where it belongs, what it is called, and what it is. */
export interface Sample {
  readonly group: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Numbers that are the same in every run: what fails today can be looked at tomorrow. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  one<Member>(members: readonly Member[]): Member {
    const chosen = members[this.below(members.length)];
    if (chosen === undefined) {
      throw new Error("Nothing to choose from");
    }
    return chosen;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }
}

export function times<Made>(count: number, make: (index: number) => Made): Made[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
