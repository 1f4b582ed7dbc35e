import { execute, insertMany, rows } from "../../base/index.ts";
import {
  openParticulars,
  sealContact,
  sealDetails,
  type PrivateParticulars,
  type SealedParticulars,
} from "../private-particulars.ts";

/** A row of the table `employees`, with the names of the database and what is private open. */
export interface EmployeeRecord {
  readonly id: string;
  readonly code: string;
  readonly salutation: string;
  readonly name_en: string;
  readonly name_hi: string;
  readonly gender: string;
  readonly born_on: string;
  readonly joined_on: string;
  readonly email: string;
  readonly mobile: string;
  readonly class: string | null;
  readonly designation_id: string | null;
  readonly language: string;
  readonly details: PrivateParticulars["details"];
  readonly left_on: string | null;
}

type Open = Omit<EmployeeRecord, "born_on" | "mobile" | "details">;

interface Found {
  readonly record: Open & { readonly mobile_index?: unknown };
  readonly sealed: SealedParticulars;
}

const chunk = 2_000;

/** The employees of this condition over `employees e`. */
export async function readEmployees(
  where: string,
  bind: Readonly<Record<string, unknown>> = {},
): Promise<EmployeeRecord[]> {
  const found = await rows<Found>(
    `select to_jsonb(e) - '{born_on,mobile,mobile_index,details}'::text[] as record,
       jsonb_build_object('bornOn', born_on, 'mobile', mobile, 'details', details) as sealed
     from employees e where ${where}`,
    bind,
  );
  return found.map(({ record, sealed }) => {
    const { bornOn, mobile, details } = openParticulars(record.id, sealed);
    return { ...record, born_on: bornOn, mobile, details };
  });
}

export async function insertEmployees(records: readonly EmployeeRecord[]): Promise<void> {
  for (const part of inParts(records)) {
    await insertMany("employees", part);
  }
}

/** Writes what the master says of each; when somebody left is not its business. */
export async function updateEmployees(records: readonly EmployeeRecord[]): Promise<void> {
  for (const part of inParts(records)) {
    await execute(update, { records: JSON.stringify(part) });
  }
}

const update = `
  update employees e set salutation = a.salutation, name_en = a.name_en, name_hi = a.name_hi,
    gender = a.gender, born_on = a.born_on, joined_on = a.joined_on, email = a.email, mobile = a.mobile,
    mobile_index = a.mobile_index, class = a.class, designation_id = a.designation_id,
    language = a.language, details = a.details
  from jsonb_populate_recordset(null::employees, $records::jsonb) as a where e.id = a.id`;

function inParts(records: readonly EmployeeRecord[]) {
  const parts = Array.from({ length: Math.ceil(records.length / chunk) }, (_, index) =>
    records.slice(index * chunk, (index + 1) * chunk),
  );
  return parts.map((part) => part.map(storedRecord));
}

function storedRecord(record: EmployeeRecord) {
  const { born_on: born, mobile, details, ...open } = record;
  const contact = sealContact(record.id, { bornOn: born, mobile });
  return {
    ...open,
    born_on: contact.bornOn,
    mobile: contact.mobile,
    mobile_index: contact.mobileIndex,
    details: sealDetails(record.id, details),
  };
}
