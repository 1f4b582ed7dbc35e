/** A run of numbers that never skips and never repeats, one for each unit and year (and head). */
export interface NumberSeries {
  /** The word in `number_series` and in the parameter's name: `numbering.<purpose>`. */
  readonly purpose: string;
  /** English words for it, translated when shown. */
  readonly name: string;
  /** Used until an office sets its own. */
  readonly template: string;
  readonly year: YearKind;
  /** Tokens beyond those of every series, such as the heads of a file. */
  readonly tokens?: readonly string[];
}

export type YearKind = "calendar" | "financial";

const series = new Map<string, NumberSeries>();

/** Declares a series; its template can then be set by administrators, by unit and day. */
export function defineNumberSeries(declared: NumberSeries): NumberSeries {
  series.set(declared.purpose, declared);
  return declared;
}

export function findSeries(purpose: string): NumberSeries | undefined {
  return series.get(purpose);
}

export function declaredSeries(): readonly NumberSeries[] {
  return [...series.values()];
}
