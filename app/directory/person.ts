import type { ClaimedIdentity } from "../access/index.ts";
import { issuerOf, type Directory } from "./settings.ts";

/** A person as the directory tells of him; null is what it does not say. */
export interface Person {
  readonly dn: string;
  /** The name that stays when everything else changes. */
  readonly subject: string;
  readonly login: string | null;
  readonly employeeCode: string | null;
  readonly email: string | null;
  readonly nameEn: string | null;
  readonly nameHi: string | null;
  readonly salutation: string | null;
  readonly gender: string | null;
  readonly mobile: string | null;
  readonly designation: string | null;
  readonly bornOn: string | null;
  readonly joinedOn: string | null;
  /** The last day of service. */
  readonly retiresOn: string | null;
  /** The last day of the account. */
  readonly expiresOn: string | null;
  readonly isActive: boolean;
  readonly lockedAt: Date | "always" | null;
}

/** Who the directory says somebody is, for `accountOf`. */
export function claimOf(person: Person, directory: Directory): ClaimedIdentity {
  const { subject, employeeCode, email, nameEn, nameHi } = person;
  return { issuer: issuerOf(directory), subject, employeeCode, email, name: nameEn ?? nameHi };
}

/** Why somebody in the directory may not work here. */
export type Closing = "inactive" | "retired" | "expired";

/** Whether the directory itself has let somebody go, as of this day. */
export function closingOf(person: Person, day: string): Closing | undefined {
  if (!person.isActive) {
    return "inactive";
  }
  if (person.retiresOn !== null && person.retiresOn < day) {
    return "retired";
  }
  return person.expiresOn !== null && person.expiresOn < day ? "expired" : undefined;
}

/** Whether the lock after wrong passwords holds at this moment. */
export function isLocked({ lockedAt }: Person, directory: Directory, moment: Date): boolean {
  if (!(lockedAt instanceof Date) || directory.lockMinutes === undefined) {
    return lockedAt !== null;
  }
  return lockedAt.getTime() + directory.lockMinutes * 60_000 > moment.getTime();
}
