import { z } from "zod";

const file = z.object({ bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** What a bundle says of itself in `manifest.json`; it is signed with everything else. */
export const manifestSchema = z.object({
  format: z.literal(1),
  version: z.string(),
  date: z.string(),
  /** The oldest release that may move to this one directly. */
  minFrom: z.string(),
  /** Releases that need no stop of their own because this one does their work too. */
  supersedes: z.array(z.string()),
  /** The last migration it brings. `reads`: the oldest last migration that its program still works on. */
  schema: z.object({ to: z.string(), reads: z.string() }),
  postgresMajor: z.int(),
  os: z.object({ id: z.string(), from: z.string(), to: z.string(), architecture: z.string() }),
  /** The file of our own package. */
  package: z.string(),
  sizes: z.object({ bundle: z.int(), installedKibibytes: z.int() }),
  files: z.record(z.string(), file),
});

export type Manifest = z.infer<typeof manifestSchema>;
