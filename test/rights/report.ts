import type { Failure } from "./run-cells.ts";

export interface Result {
  readonly cells: number;
  readonly routes: number;
  readonly routesCovered: number;
  readonly mutants: number;
  readonly mutantsKilled: number;
}

/** Progress and faults; standard output is for the result alone. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);

export function reportMissing(missing: readonly string[], stale: readonly string[]): void {
  for (const name of missing) {
    say(`✗ No row says who may use a route. Add to test/rights/expectations.ts, for example:`);
    say(`    "${name}": row(anyone),`);
  }
  for (const name of stale) {
    say(
      `✗ No route is called “${name}” any more. Take the row out of test/rights/expectations.ts.`,
    );
  }
}

export function reportFailures(failures: readonly Failure[]): void {
  for (const { cell, expected, found } of failures) {
    say(`✗ ${cell}\n    should be ${expected}: ${found}`);
  }
}

export function reportSurvivors(mutants: ReadonlyMap<string, boolean>): void {
  for (const [name] of [...mutants].filter(([, isKilled]) => !isKilled)) {
    say(`✗ Nothing fails without this check: ${name}`);
  }
}

/** One line for a machine, a small table for a person. */
export function report(result: Result, json: boolean): void {
  const lines = Object.entries(result).map(([name, count]) => `${name.padEnd(14)} ${count}`);
  process.stdout.write(`${json ? JSON.stringify(result) : lines.join("\n")}\n`);
}
