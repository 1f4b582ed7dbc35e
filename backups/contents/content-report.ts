import { z } from "zod";

/** What a look at the contents found; see `check-contents.ts`. */
export const ContentReport = z.object({
  /** How many contents rows refer to. */
  named: z.number().int(),
  hashed: z.number().int(),
  missing: z.array(z.string()),
  wrong: z.array(z.string()),
});

export type ContentReport = z.output<typeof ContentReport>;
