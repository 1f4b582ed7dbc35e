/** What others wait for while a step is taken: nobody, writers of a table, or everybody at a table. */
export type Lock = "none" | "share" | "exclusive";

export interface PendingMigration {
  readonly name: string;
  readonly lock: Lock;
  /** The tables others may wait for. */
  readonly tables: readonly string[];
  /** What the step says of itself, or a guess from the size of those tables. */
  readonly seconds: number;
  /** The oldest release, by the number of its newest step, that may still serve once it was taken. */
  readonly oldestApplication?: number;
}

export interface Statement {
  readonly lock: Lock;
  readonly table?: string;
  /** Every row is read or written anew, so it takes as long as the table is large. */
  readonly isLong: boolean;
}

const weight: Readonly<Record<Lock, number>> = { none: 0, share: 1, exclusive: 2 };

export function heavier(one: Lock, other: Lock): Lock {
  return weight[one] >= weight[other] ? one : other;
}
