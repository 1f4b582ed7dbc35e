import { rows } from "../../base/index.ts";
import { readEmployees, type EmployeeRecord } from "./employee-record.ts";

export type { EmployeeRecord };

export interface ChargeRecord {
  readonly id: string;
  readonly post_id: string;
  readonly employee_id: string;
  readonly kind: string;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly order_number: string;
  readonly order_on: string | null;
}

export interface PostRecord {
  readonly id: string;
  readonly code: string;
  readonly marking: string;
  readonly unit_id: string;
  readonly reports_to_id: string | null;
  readonly name_en: string;
  readonly name_hi: string;
}

interface Named {
  readonly id: string;
  readonly code: string;
  readonly name_en: string;
  readonly name_hi: string;
}

/** The office as it stands, for judging rows against it without asking the database for each. */
export interface Facts {
  readonly day: string;
  readonly employees: readonly EmployeeRecord[];
  readonly byCode: ReadonlyMap<string, EmployeeRecord>;
  readonly byEmail: ReadonlyMap<string, EmployeeRecord>;
  readonly byMobile: ReadonlyMap<string, EmployeeRecord>;
  readonly byId: ReadonlyMap<string, EmployeeRecord>;
  readonly posts: ReadonlyMap<string, PostRecord>;
  readonly postsByName: ReadonlyMap<string, readonly PostRecord[]>;
  readonly postByMarking: ReadonlyMap<string, PostRecord>;
  readonly unitsByName: ReadonlyMap<string, readonly Named[]>;
  readonly designationsByName: ReadonlyMap<string, readonly Named[]>;
  readonly chargesOfPost: ReadonlyMap<string, readonly ChargeRecord[]>;
  readonly chargesOfPerson: ReadonlyMap<string, readonly ChargeRecord[]>;
}

/** Reads them all: 25,000 people and posts are a few megabytes. */
export async function readFacts(day: string): Promise<Facts> {
  const employees = await readEmployees("true");
  const posts = await records<PostRecord>("posts e", "closed_on is null");
  const units = await records<Named>("units e", "closed_on is null");
  const designations = await records<Named>("designations e", "true");
  const charges = await records<ChargeRecord>(
    "charges e",
    "until_on is null or until_on >= current_date - 1",
  );
  return {
    day,
    employees,
    byCode: keyed(employees, ({ code }) => code),
    byEmail: keyed(employees, ({ email }) => email.toLowerCase()),
    byMobile: keyed(employees, ({ mobile }) => mobile),
    byId: keyed(employees, ({ id }) => id),
    posts: keyed(posts, ({ id }) => id),
    postsByName: grouped(posts, (post) => [...namesOf(post), plainName(post.marking)]),
    postByMarking: keyed(posts, ({ marking }) => marking),
    unitsByName: grouped(units, namesOf),
    designationsByName: grouped(designations, namesOf),
    chargesOfPost: grouped(charges, (charge) => [charge.post_id]),
    chargesOfPerson: grouped(charges, (charge) => [charge.employee_id]),
  };
}

/** Case, spaces and signs do not make another name. */
export function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.,]+/gu, " ")
    .trim();
}

async function records<Row>(from: string, where: string): Promise<Row[]> {
  const found = await rows<{ record: Row }>(
    `select to_jsonb(e) as record from ${from} where ${where}`,
  );
  return found.map(({ record }) => record);
}

function namesOf({ code, name_en: english, name_hi: hindi }: Named): string[] {
  return [...new Set([plainName(code), plainName(english), plainName(hindi)])];
}

function keyed<Row>(all: readonly Row[], key: (row: Row) => string): Map<string, Row> {
  return new Map(all.map((row) => [key(row), row]));
}

function grouped<Row>(all: readonly Row[], keys: (row: Row) => readonly string[]) {
  const groups = new Map<string, Row[]>();
  for (const row of all) {
    for (const key of keys(row)) {
      const group = groups.get(key);
      if (group) {
        group.push(row);
      } else {
        groups.set(key, [row]);
      }
    }
  }
  return groups;
}
