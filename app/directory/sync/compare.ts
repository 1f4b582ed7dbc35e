import { judgeClaims, type Doubt } from "../../access/index.ts";
import { now, today, words, type FieldError } from "../../base/index.ts";
import { findEmployee, judgeEmployee } from "../../organisation/index.ts";
import { claimOf, closingOf, type Person } from "../person.ts";
import { issuerOf, type Directory } from "../settings.ts";
import type { ConflictReason, Difference } from "./difference.ts";
import { draftOf, withoutLogin } from "./draft.ts";
import { findTwins } from "./find-twins.ts";
import {
  decisions,
  employeesOf,
  knownPeople,
  takenLogins,
  type KnownPerson,
} from "./known-people.ts";
import { changesOf, readDesignations, wantedOf, type Designations } from "./wanted.ts";

interface Facts {
  readonly directory: Directory;
  readonly day: string;
  readonly known: ReadonlyMap<string, KnownPerson>;
  readonly decided: ReadonlyMap<string, "waiting" | "refused">;
  readonly designations: Designations;
  readonly logins: ReadonlyMap<string, string>;
  readonly twins: ReturnType<typeof findTwins>;
}

/**
 * Where the directory and the office differ, in the order of employee codes. Nothing is changed. Where only some are
 * compared, `everybody` tells whether two entries are like each other.
 */
export async function compare(
  directory: Directory,
  people: readonly Person[],
  everybody: readonly Person[] = people,
): Promise<Difference[]> {
  const facts = { ...(await readFacts(directory, people)), twins: findTwins(everybody) };
  const [strangers, linked] = split(people, facts);
  const differences = [
    ...(await compareStrangers(strangers, facts)),
    ...(await compareLinked(linked, facts)),
    ...goneFrom(people, facts),
  ];
  const order = (one: Difference) => `${one.employeeCode} ${one.subject}`;
  return differences.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

async function readFacts(
  directory: Directory,
  people: readonly Person[],
): Promise<Omit<Facts, "twins">> {
  const issuer = issuerOf(directory);
  return {
    directory,
    day: today(now()),
    known: await knownPeople(issuer),
    decided: await decisions(issuer),
    designations: await readDesignations(),
    logins: await takenLogins(people.flatMap(({ login }) => login ?? [])),
  };
}

function split(people: readonly Person[], { known, decided }: Facts): [Person[], Person[]] {
  const wanted = people.filter(({ subject }) => decided.get(subject) !== "refused");
  return [
    wanted.filter(({ subject }) => !known.has(subject)),
    wanted.filter(({ subject }) => known.has(subject)),
  ];
}

/** Who is not linked yet. Whom the directory has let go is none of our business. */
async function compareStrangers(people: readonly Person[], facts: Facts): Promise<Difference[]> {
  const serving = people.filter((person) => closingOf(person, facts.day) === undefined);
  const judged = await judgeClaims(serving.map((person) => claimOf(person, facts.directory)));
  const employees = await employeesOf(judged.flatMap(({ accountId }) => accountId ?? []));
  const found: Difference[] = [];
  for (const [place, person] of serving.entries()) {
    const { accountId, reason } = judged[place] ?? {};
    const employeeId = employees.get(accountId ?? "") ?? null;
    found.push(
      employeeId !== null && accountId !== undefined
        ? link(person, facts, { accountId, employeeId })
        : await newcomer(person, facts, reason),
    );
  }
  return found;
}

function link(
  person: Person,
  facts: Facts,
  ids: { readonly accountId: string; readonly employeeId: string },
): Difference {
  const conflict = doubtOf(person, facts);
  const blank = blankOf(person, facts);
  return conflict ? { ...blank, conflict } : { ...blank, ...ids, kind: "link" };
}

async function newcomer(
  person: Person,
  facts: Facts,
  reason: Doubt | undefined,
): Promise<Difference> {
  const conflict = doubtOf(person, facts) ?? (reason === "nobody" ? null : (reason ?? null));
  const blank = blankOf(person, facts);
  if (conflict) {
    return { ...blank, conflict };
  }
  const { nameEn } = blank.wanted;
  const wanted = { nameHi: nameEn, ...blank.wanted };
  const { mistakes } = await judgeEmployee(withoutLogin(wanted));
  return {
    ...blank,
    kind: "new",
    wanted,
    changes: changesOf(wanted, {}, facts.designations),
    mistakes: [...mistakes, ...mistakesAmong(person, facts)],
  };
}

function doubtOf({ subject }: Person, { decided, twins }: Facts): ConflictReason | null {
  if (twins.get(subject)?.some((field) => field !== "mobile")) {
    return "twice";
  }
  return decided.has(subject) ? "to-be-decided" : null;
}

/** Who is linked already: let go, changed, or as he stands. */
async function compareLinked(people: readonly Person[], facts: Facts): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const person of people) {
    const known = facts.known.get(person.subject);
    const difference = known && (await compareOne(person, known, facts));
    found.push(...(difference ? [difference] : []));
  }
  return found;
}

async function compareOne(
  person: Person,
  known: KnownPerson,
  facts: Facts,
): Promise<Difference | undefined> {
  const { accountId, employeeId } = known;
  const blank = { ...blankOf(person, facts), ...namesOf(known), accountId, employeeId };
  const closing = closingOf(person, facts.day);
  if (closing) {
    const { retiresOn: lastDay } = person;
    return isThere(known) ? { ...blank, kind: "inactive", closing, lastDay } : undefined;
  }
  if (known.isDisabled) {
    return undefined; // disabled here on purpose; the directory does not open it again
  }
  if (person.employeeCode !== null && !isSameCode(person.employeeCode, known.code)) {
    return { ...blank, conflict: "other-code" };
  }
  const employee = await findEmployee(employeeId);
  const changes = changesOf(blank.wanted, { ...employee, login: known.login }, facts.designations);
  if (changes.length === 0) {
    return undefined;
  }
  const draft = { ...draftOf(employee), ...withoutLogin(blank.wanted), code: employee.code };
  const { mistakes } = await judgeEmployee(draft, employeeId);
  const others = mistakesAmong(person, facts, accountId);
  return { ...blank, kind: "changed", changes, mistakes: [...mistakes, ...others] };
}

/** Whoever is linked and active here, and whom the directory does not know any more. */
function goneFrom(people: readonly Person[], { known }: Facts): Difference[] {
  const present = new Set(people.map(({ subject }) => subject));
  return [...known.values()]
    .filter((one) => !present.has(one.subject) && isThere(one))
    .map((one) => ({
      ...nothing,
      ...namesOf(one),
      kind: "gone",
      subject: one.subject,
      accountId: one.accountId,
      employeeId: one.employeeId,
      closing: "gone",
    }));
}

function isThere({ isDisabled, hasCharge }: KnownPerson): boolean {
  return !isDisabled || hasCharge;
}

function isSameCode(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function namesOf({ nameEn, nameHi, code }: KnownPerson) {
  return { nameEn, nameHi, employeeCode: code };
}

const nothing = {
  changes: [],
  mistakes: [],
  closing: null,
  lastDay: null,
  conflict: null,
  wanted: {},
} as const;

function blankOf(person: Person, { designations }: Facts): Difference {
  const name = person.nameEn ?? person.nameHi ?? person.login ?? person.dn;
  return {
    ...nothing,
    kind: "conflict",
    subject: person.subject,
    employeeCode: person.employeeCode ?? "",
    nameEn: name,
    nameHi: person.nameHi ?? name,
    accountId: null,
    employeeId: null,
    wanted: wantedOf(person, designations),
  };
}

/** A login of somebody else here, and what two entries of the directory share. */
function mistakesAmong(person: Person, { logins, twins }: Facts, ownId?: string): FieldError[] {
  const holder = logins.get(person.login ?? "");
  const shared = twins.get(person.subject) ?? [];
  return [
    ...(holder !== undefined && holder !== ownId
      ? [{ field: "login", words: words("Another account has this login.") }]
      : []),
    ...shared.map((field) => ({
      field,
      words: words("Another entry of the directory says the same."),
    })),
  ];
}
