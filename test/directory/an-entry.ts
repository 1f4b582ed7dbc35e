import { anEntry, type LdapEntry } from "../support/slapd.ts";

let counter = 0;

/** An entry that says everything an employee master needs; `ou` keeps the people of one test together. */
export function aFullEntry(ou: string, given: LdapEntry = {}): LdapEntry & { uid: string } {
  counter += 1;
  const uid = `${ou}-${counter}`;
  return {
    ...anEntry({ uid }),
    uid,
    ou,
    cn: `Ramesh Sahu ${counter}`,
    "cn;lang-hi": `रमेश साहू ${counter}`,
    employeeNumber: `CG-${ou}-${counter}`,
    personalTitle: "Shri",
    gender: "male",
    mobile: String(7_000_000_000 + counter),
    nicDateOfBirth: "19800115000000Z",
    nicDateOfJoining: "20050701000000Z",
    ...given,
  };
}

/** The entries as LDIF adds them, for a server that runs already. */
export function asAdded({ uid, ...entry }: LdapEntry & { uid: string }): Record<string, string[]> {
  const values = Object.entries({ uid, ...entry }).map(([name, value]): [string, string[]] => [
    name,
    [value].flat(),
  ]);
  return { objectClass: ["inetOrgPerson", "nicPerson"], ...Object.fromEntries(values) };
}
