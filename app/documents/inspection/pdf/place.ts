import type { Source } from "../source.ts";

/** Some bytes of a source, and where in it they begin. */
export interface Place {
  readonly source: Source;
  readonly at: number;
  readonly bytes: Buffer;
}
