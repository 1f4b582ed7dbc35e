import type { Both } from "./both.ts";
import { readTable } from "./read-table.ts";

/** A village with the tehsil and district it lies in. */
export interface Place {
  readonly village: Both;
  readonly tehsil: Both;
  readonly tehsilCode: string;
  readonly district: Both;
  readonly districtCode: string;
}

export function listPlaces(): readonly Place[] {
  const names = districtNames();
  const columns = ["district", "tehsil_en", "tehsil_hi", "village_en", "village_hi"] as const;
  return readTable("content/places", columns).map((row) => ({
    village: { en: row.village_en, hi: row.village_hi },
    tehsil: { en: row.tehsil_en, hi: row.tehsil_hi },
    tehsilCode: `T-${row.tehsil_en.toUpperCase().replaceAll(" ", "-")}`,
    district: names.get(row.district) ?? { en: row.district, hi: row.district },
    districtCode: row.district,
  }));
}

function districtNames(): ReadonlyMap<string, Both> {
  const rows = readTable("units", ["code", "name_en", "name_hi"]);
  return new Map(rows.map((row) => [row.code, { en: row.name_en, hi: row.name_hi }]));
}
