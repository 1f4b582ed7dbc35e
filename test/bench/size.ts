/** How large the office is that a run measures, and how long it measures each operation. */
export interface Size {
  readonly name: string;
  readonly files: number;
  /** Product and floors take turns, so that a busy minute of the machine falls on all of them. */
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly clients: readonly number[];
}

export const fullSize: Size = {
  name: "full",
  files: 100_000,
  rounds: 3,
  seconds: 3,
  warmUpSeconds: 1,
  clients: [1, 16],
};

/** For trying the bench itself: its figures mean nothing. */
export const quickSize: Size = {
  name: "quick",
  files: 10_000,
  rounds: 1,
  seconds: 1,
  warmUpSeconds: 0.3,
  clients: [1, 16],
};
