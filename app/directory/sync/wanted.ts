import type { BilingualName } from "../../base/index.ts";
import {
  listDesignations,
  salutationNames,
  type Designation,
  type Employee,
} from "../../organisation/index.ts";
import type { Person } from "../person.ts";
import type { Difference, FieldChange } from "./difference.ts";

/** Designations by every name a directory may give them. */
export class Designations {
  private readonly byWord = new Map<string, string>();
  private readonly byId = new Map<string, BilingualName>();

  constructor(known: readonly Designation[]) {
    for (const one of known) {
      this.byId.set(one.id, { nameEn: one.nameEn, nameHi: one.nameHi });
      for (const word of [one.code, one.nameEn, one.nameHi]) {
        this.byWord.set(word.toLowerCase(), one.id);
      }
    }
  }

  idOf(word: string | null): string | undefined {
    return word === null ? undefined : this.byWord.get(word.toLowerCase());
  }

  nameOf(id: string): BilingualName | "" {
    return this.byId.get(id) ?? "";
  }
}

export async function readDesignations(): Promise<Designations> {
  return new Designations(await listDesignations());
}

/** What the directory says for the employee master; what it does not say is left out. */
export function wantedOf(person: Person, designations: Designations): Difference["wanted"] {
  const { nameEn, nameHi } = person;
  return withoutBlanks({
    code: person.employeeCode,
    nameEn: nameEn ?? nameHi,
    nameHi,
    email: person.email,
    mobile: person.mobile,
    bornOn: person.bornOn,
    joinedOn: person.joinedOn,
    gender: genderOf(person.gender),
    salutation: salutationOf(person.salutation),
    designationId: designations.idOf(person.designation) ?? null,
    login: person.login,
  });
}

/** Where what is wanted differs from what stands; the employee code is never changed. */
export function changesOf(
  wanted: Difference["wanted"],
  stands: (Employee & { readonly login: string }) | Readonly<Record<string, never>>,
  designations: Designations,
): FieldChange[] {
  return (Object.keys(wanted) as FieldChange["field"][])
    .filter((field) => field !== "code" && field !== "language")
    .map((field) => ({ field, before: stands[field] ?? "", after: wanted[field] ?? "" }))
    .filter(({ field, before, after }) => !isSame(field, before, after))
    .map((change) =>
      change.field === "designationId"
        ? {
            field: change.field,
            before: designations.nameOf(change.before),
            after: designations.nameOf(change.after),
          }
        : change,
    );
}

/** Addresses and logins do not tell capital letters apart. */
function isSame(field: FieldChange["field"], before: string, after: string): boolean {
  return field === "email" || field === "login"
    ? before.toLowerCase() === after.toLowerCase()
    : before === after;
}

type Said = Readonly<Partial<Record<FieldChange["field"], string | null | undefined>>>;

function withoutBlanks(said: Said): Difference["wanted"] {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}

const genders = new Map([
  ["m", "male"],
  ["male", "male"],
  ["पुरुष", "male"],
  ["f", "female"],
  ["female", "female"],
  ["महिला", "female"],
  ["o", "other"],
  ["other", "other"],
  ["अन्य", "other"],
]);

function genderOf(word: string | null): string | undefined {
  return genders.get((word ?? "").toLowerCase());
}

const salutations = new Map([
  ...salutationNames.map((name) => [name.toLowerCase(), name] as const),
  ["श्री", "Shri"],
  ["mr", "Shri"],
  ["श्रीमती", "Smt"],
  ["mrs", "Smt"],
  ["सुश्री", "Sushri"],
  ["ms", "Sushri"],
  ["कुमारी", "Kumari"],
  ["डॉ", "Dr"],
]);

function salutationOf(word: string | null): string | undefined {
  return salutations.get((word ?? "").toLowerCase().replace(/\.$/, ""));
}
