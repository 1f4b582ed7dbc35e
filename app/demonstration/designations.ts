import type { BilingualName } from "../base/index.ts";
import { bothOf, named } from "./both.ts";
import { readTable } from "./read-table.ts";

export interface DemonstrationDesignation extends BilingualName {
  readonly code: string;
  /** 1 is the highest. */
  readonly rank: number;
  readonly abbreviation: string;
}

export function listDesignations(): readonly DemonstrationDesignation[] {
  const columns = ["code", "rank", "abbreviation", "name_en", "name_hi"] as const;
  return readTable("content/designations", columns).map((row) => ({
    code: row.code,
    rank: Number(row.rank),
    abbreviation: row.abbreviation,
    ...named(bothOf(row)),
  }));
}
