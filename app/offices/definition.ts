import { z } from "zod";
import { roleNames } from "../access/index.ts";
import { unitKinds, type UnitKind } from "../organisation/index.ts";
import { officeShape } from "./office-shape.ts";

const kind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]);

/** What an office file says of the office itself; the installer adds what concerns the host. */
export const OfficeDefinition = officeShape({
  kind,
  section: kind.default("section"),
  role: z.enum(roleNames),
});

export type OfficeDefinition = z.infer<typeof OfficeDefinition>;
