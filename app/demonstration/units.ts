import type { BilingualName } from "../base/index.ts";
import { bothOf, named } from "./both.ts";
import { listPlaces } from "./places.ts";
import { readTable } from "./read-table.ts";

export const unitKinds = [
  "state",
  "department",
  "directorate",
  "division",
  "district",
  "tehsil",
  "section",
] as const;
export type UnitKind = (typeof unitKinds)[number];

export interface DemonstrationUnit extends BilingualName {
  readonly code: string;
  readonly kind: UnitKind;
  /** Null for the state alone; a parent always stands before its children. */
  readonly parent: string | null;
}

export const centralRegistry = "GAD-CRU";
export const chiefSecretarysOffice = "GAD-CSO";

/** The state, its departments with their sections, directorates, districts, collectorates, tehsils. */
export function listUnits(): readonly DemonstrationUnit[] {
  return [...state(), ...offices(), ...sections(), ...collectorateSections(), ...tehsils()];
}

/** Sections of departments with the number of dealing hands each has. */
export function listSections() {
  const columns = ["department", "code", "name_en", "name_hi", "hands"] as const;
  return readTable("content/sections", columns);
}

function state(): DemonstrationUnit[] {
  const rows = readTable("units", ["kind", "code", "name_en", "name_hi", "parent_code"]);
  return rows.map((row) => ({
    code: row.code,
    kind: kindOf(row.kind),
    parent: row.parent_code === "" ? null : row.parent_code,
    ...named(bothOf(row)),
  }));
}

function offices(): DemonstrationUnit[] {
  const rows = readTable("content/offices", ["kind", "parent", "code", "name_en", "name_hi"]);
  return rows.map((row) => ({
    code: row.code,
    kind: kindOf(row.kind),
    parent: row.parent,
    ...named(bothOf(row)),
  }));
}

function sections(): DemonstrationUnit[] {
  return listSections().map((row) => ({
    code: row.code,
    kind: "section",
    parent: row.department,
    ...named(bothOf(row)),
  }));
}

const branches = [
  { code: "REV", en: "Revenue Branch", hi: "राजस्व शाखा" },
  { code: "EST", en: "Establishment and Accounts Branch", hi: "स्थापना एवं लेखा शाखा" },
] as const;

/** Two branches in the office of every Collector. */
function collectorateSections(): DemonstrationUnit[] {
  const districts = state().filter(({ kind }) => kind === "district");
  return districts.flatMap((district) =>
    branches.map((branch) => ({
      code: `${district.code}-${branch.code}`,
      kind: "section" as const,
      parent: district.code,
      nameEn: `Collectorate ${district.nameEn}, ${branch.en}`,
      nameHi: `कलेक्टोरेट ${district.nameHi}, ${branch.hi}`,
    })),
  );
}

/** The tehsils that the demonstration's villages lie in. */
function tehsils(): DemonstrationUnit[] {
  const seen = new Map(listPlaces().map((place) => [place.tehsilCode, place]));
  return [...seen.values()].map((place) => ({
    code: place.tehsilCode,
    kind: "tehsil",
    parent: place.districtCode,
    nameEn: `Tehsil ${place.tehsil.en}`,
    nameHi: `तहसील ${place.tehsil.hi}`,
  }));
}

function kindOf(text: string): UnitKind {
  const kind = unitKinds.find((known) => known === text);
  if (kind === undefined) {
    throw new Error(`unknown kind of unit: ${text}`);
  }
  return kind;
}
