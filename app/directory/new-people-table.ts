import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import type { Answer } from "../base/index.ts";
import { formatDate } from "../base/index.ts";
import { readDifferences } from "./preview.ts";
import type { Difference } from "./sync/difference.ts";

/** Headers that the import of the employee master knows. */
const columns: readonly (readonly [header: string, field: keyof Difference["wanted"]])[] = [
  ["Employee code", "code"],
  ["Appellation", "salutation"],
  ["Name", "nameEn"],
  ["Name in Hindi", "nameHi"],
  ["Gender", "gender"],
  ["Date of birth", "bornOn"],
  ["Date of joining service", "joinedOn"],
  ["E-mail", "email"],
  ["Mobile", "mobile"],
];

/** The people who are new in the directory as an employee master, so that an office can fill in what is missing. */
export async function newPeopleTable(): Promise<Answer> {
  const people = (await readDifferences()).filter(({ kind }) => kind === "new");
  const lines = people.map(({ wanted }) => columns.map(([, field]) => cell(field, wanted[field])));
  const text = stringify([columns.map(([header]) => header), ...lines], { escape_formulas: true });
  const bytes = Buffer.from(`\uFEFF${text}`);
  return {
    kind: "download",
    mediaType: "text/csv; charset=utf-8",
    name: "new-people.csv",
    inline: false,
    bytes: bytes.length,
    open: () => Readable.from([bytes]),
  };
}

function cell(field: string, value: string | undefined): string {
  const isDate = field === "bornOn" || field === "joinedOn";
  return value !== undefined && isDate ? formatDate(value) : (value ?? "");
}
