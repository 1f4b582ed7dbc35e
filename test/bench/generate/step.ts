/** One stretch of the generator: what it makes, in a few words, and how. */
export interface Step {
  readonly what: string;
  readonly sql: string;
}
