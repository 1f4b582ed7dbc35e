import type { Person } from "../person.ts";

export type TwinField = "code" | "email" | "login" | "mobile";

const say: Readonly<Record<TwinField, (person: Person) => string | null>> = {
  code: ({ employeeCode }) => employeeCode?.toLowerCase() ?? null,
  email: ({ email }) => email,
  login: ({ login }) => login,
  mobile: ({ mobile }) => mobile,
};

/** What stands in the entries of two people at once, by subject: for neither can it be believed. */
export function findTwins(people: readonly Person[]): ReadonlyMap<string, readonly TwinField[]> {
  const twins = new Map<string, TwinField[]>();
  for (const field of ["code", "email", "login", "mobile"] as const) {
    for (const [word, several] of Map.groupBy(people, say[field])) {
      for (const { subject } of word !== null && several.length > 1 ? several : []) {
        twins.set(subject, [...(twins.get(subject) ?? []), field]);
      }
    }
  }
  return twins;
}
