import type { Entry } from "ldapts";
import { dayOf, timeOf } from "./generalized-time.ts";
import type { Person } from "./person.ts";
import type { Directory } from "./settings.ts";

/** What an entry says, by the map of the settings. Without its subject it is nobody. */
export function readEntry(entry: Entry, directory: Directory): Person | undefined {
  const { attributes: map } = directory;
  const all = (name: string) => valuesOf(entry, name);
  const first = (names: readonly string[]) => names.flatMap(all)[0] ?? null;
  const subject = first([map.subject]);
  if (subject === null) {
    return undefined;
  }
  const status = first(map.status);
  return {
    dn: entry.dn,
    subject,
    login: lower(first([map.login])),
    employeeCode: first(map.employeeCode),
    email: lower(first(map.email)),
    ...namesOf(map.nameEn.flatMap(all), map.nameHi.flatMap(all)),
    salutation: first(map.salutation),
    gender: lower(first(map.gender)),
    mobile: mobileOf(first(map.mobile)),
    designation: first(map.designation),
    bornOn: dayOf(first(map.bornOn)),
    joinedOn: dayOf(first(map.joinedOn)),
    retiresOn: dayOf(first(map.retiresOn)),
    expiresOn: dayOf(first(map.expiresOn)),
    isActive: status === null || isOneOf(directory.activeStates, status),
    lockedAt: lockOf(first(map.lockedAt)),
  };
}

/** An attribute may hold a name in both scripts. */
function namesOf(english: readonly string[], hindi: readonly string[]) {
  return {
    nameEn: english.find(isLatin) ?? english[0] ?? null,
    nameHi: hindi.find(isDevanagari) ?? null,
  };
}

function lower(text: string | null): string | null {
  return text === null ? null : text.toLowerCase();
}

/** Every attribute that the map names, for asking no more than is read. */
export function wantedAttributes({ attributes: map }: Directory): string[] {
  return [...new Set(Object.values(map).flat())];
}

/** Schemas disagree about capital letters. */
function valuesOf(entry: Entry, name: string): string[] {
  return Object.entries(entry)
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .flatMap(([, value]) => value)
    .map((value) => value.toString().normalize("NFC").replace(/\s+/gu, " ").trim())
    .filter((value) => value !== "");
}

function isDevanagari(text: string): boolean {
  return /\p{Script=Devanagari}/u.test(text);
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && !isDevanagari(text);
}

function isOneOf(states: readonly string[], state: string): boolean {
  return states.some((one) => one.toLowerCase() === state.toLowerCase());
}

/** Ten digits as the employee master keeps them; anything else is left for a person to judge. */
function mobileOf(text: string | null): string | null {
  return text?.replace(/[\s()-]/g, "").replace(/^(\+91|0091|0)(?=\d{10}$)/, "") ?? null;
}

/** The policy overlay writes the year 0 for a lock that has no end. */
function lockOf(text: string | null): Person["lockedAt"] {
  if (text === null) {
    return null;
  }
  return text.startsWith("0000") ? "always" : (timeOf(text) ?? "always");
}
