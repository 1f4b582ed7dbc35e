import { z } from "zod";

const moment = z.iso.datetime();

/** The newest checkpoint of the audit chain, as it lay beside the keys. */
export const Head = z.object({
  sequence: z.number().int(),
  chain: z.string(),
  at: moment,
  signature: z.string(),
});

export type Head = z.output<typeof Head>;

/** What a backup set is, told so that a restore can be judged by it alone. */
export const Manifest = z.strictObject({
  version: z.literal(1),
  /** Of the set, and of the point in the WAL it speaks of. */
  name: z.string().regex(/^set-\d{8}T\d{6}Z$/),
  at: moment,
  /** pgBackRest's name of the backup that the point is reached from. */
  label: z.string(),
  versions: z.strictObject({
    product: z.string(),
    schema: z.string(),
    postgres: z.string(),
    system: z.string(),
  }),
  /** At the point, to the row. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** Seals of the audit chain at the point. */
  seals: z.number().int().nonnegative(),
  head: Head.nullable(),
  keys: z.array(z.string()),
  documents: z.strictObject({
    snapshot: z.string(),
    files: z.number().int(),
    bytes: z.number().int(),
  }),
  /** Encrypted to the escrow; null while there is none. */
  configuration: z.strictObject({ name: z.string(), sha256: z.string() }).nullable(),
  /** Files of the repository that its own verifier passes over, by their hash. */
  files: z.record(z.string(), z.string()),
});

export type Manifest = z.output<typeof Manifest>;

export function rowsOf({ rows }: Pick<Manifest, "rows">): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

export function nameOfSet(at: Date): string {
  return `set-${at.toISOString().replace(/[-:]|\.\d+/g, "")}`;
}
