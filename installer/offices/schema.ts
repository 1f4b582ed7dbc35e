import { z } from "zod";
import { officeShape } from "../../app/offices/office-shape.ts";

const names = z.strictObject({ en: z.string().min(1), hi: z.string().min(1) });

// Which kinds of units and which rights there are is the product's to know, and to refuse.
const known = z.string().regex(/^[a-z-]{2,30}$/);

const OfficeDefinition = officeShape({
  kind: known,
  section: known.default("section"),
  role: known,
});

/** `/etc/secretariat/offices/<LGD>.yml`: the office as the product keeps it, and what concerns this host. */
export const OfficeFile = OfficeDefinition.extend({
  /** The employee master (.xlsx or .csv), beside this file. */
  employees: z
    .string()
    .regex(/^[^/]+\.(xlsx|csv)$/)
    .optional(),
  /** The office's end of its tunnel: what is asked to know that its line stands. */
  monitoring: z.strictObject({ line: z.ipv4() }).optional(),
  /** Whom the helpdesk calls for this office. */
  helpdesk: z.strictObject({ names, phone: z.string().min(3).max(40) }).optional(),
});

export type OfficeFile = z.infer<typeof OfficeFile>;

/** The part the product is asked about. */
export function definitionOf(file: OfficeFile): z.infer<typeof OfficeDefinition> {
  const { employees: _employees, monitoring: _monitoring, helpdesk: _helpdesk, ...office } = file;
  return office;
}
