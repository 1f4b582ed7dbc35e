import { invalid, notFound, row, words, type BilingualName } from "../base/index.ts";

/** From the state down to the section, as offices stand over one another. */
export const unitKinds = {
  state: words("State"),
  department: words("Department"),
  directorate: words("Directorate"),
  division: words("Division"),
  district: words("District"),
  tehsil: words("Tehsil"),
  office: words("Office"),
  section: words("Section"),
} as const;

export type UnitKind = keyof typeof unitKinds;

export const unitKindNames = Object.keys(unitKinds) as readonly UnitKind[];

export interface Unit extends BilingualName {
  readonly id: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly parentId: string | null;
  /** The unit itself and every unit above it. */
  readonly ancestorIds: readonly string[];
  /** The number of a section in file numbers. */
  readonly number: string | null;
  readonly addressEn: string;
  readonly addressHi: string;
  readonly closedOn: string | null;
}

export const selectUnits = `
  select id, kind, code, name_en as "nameEn", name_hi as "nameHi", parent_id as "parentId",
    ancestor_ids as "ancestorIds", number, address_en as "addressEn", address_hi as "addressHi",
    closed_on as "closedOn"
  from units`;

export async function findUnit(id: string): Promise<Unit> {
  const unit = await row<Unit>(`${selectUnits} where id = $id`, { id });
  if (!unit) {
    throw notFound();
  }
  return unit;
}

/** Locks the unit so that nothing is hung below it while it is being changed. */
export async function lockOpenUnit(id: string, field?: string): Promise<Unit> {
  const unit = await row<Unit>(`${selectUnits} where id = $id for update`, { id });
  if (!unit) {
    throw field ? invalid(field, "There is no such unit. Choose from the list.") : notFound();
  }
  if (unit.closedOn) {
    throw invalid(field ?? "", "This unit is closed. Choose one that is open.");
  }
  return unit;
}
