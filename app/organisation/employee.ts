import { notFound, row, words, type BilingualName, type Language } from "../base/index.ts";
import {
  openParticulars,
  type PrivateParticulars,
  type SealedParticulars,
} from "./private-particulars.ts";

/** Forms of address, as they stand before a name. */
export const salutations = {
  Shri: words("Shri"),
  Smt: words("Smt"),
  Sushri: words("Sushri"),
  Kumari: words("Kumari"),
  Ku: words("Ku"),
  Dr: words("Dr"),
} as const;

export const genders = {
  female: words("Female"),
  male: words("Male"),
  other: words("Other"),
} as const;

export type Salutation = keyof typeof salutations;
export type Gender = keyof typeof genders;

export const salutationNames = Object.keys(salutations) as readonly Salutation[];
export const genderNames = Object.keys(genders) as readonly Gender[];

export interface Employee extends BilingualName {
  readonly id: string;
  readonly code: string;
  readonly salutation: string;
  readonly gender: Gender;
  readonly bornOn: string;
  readonly joinedOn: string;
  readonly email: string;
  readonly mobile: string;
  readonly class: string | null;
  readonly designationId: string | null;
  readonly language: Language;
  readonly details: Readonly<Record<string, string>>;
  readonly leftOn: string | null;
}

type StoredEmployee = Omit<Employee, keyof PrivateParticulars> & SealedParticulars;

export async function findEmployee(id: string): Promise<Employee> {
  const found = await row<StoredEmployee>(`${selectEmployees} where id = $id`, { id });
  if (!found) {
    throw notFound();
  }
  return { ...found, ...openParticulars(id, found) };
}

const selectEmployees = `
  select id, code, salutation, name_en as "nameEn", name_hi as "nameHi", gender, born_on as "bornOn",
    joined_on as "joinedOn", email, mobile, class, designation_id as "designationId", language, details,
    left_on as "leftOn"
  from employees`;
