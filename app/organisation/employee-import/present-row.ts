import { formatDate, nameOf, t, type BilingualName } from "../../base/index.ts";
import { columnOfKey } from "./columns.ts";
import type { ChargeRecord, EmployeeRecord } from "./facts.ts";
import type { StagedRow } from "./import-queries.ts";
import type { Change } from "./judge-rows.ts";
import type { PostPlan } from "./plan-posts.ts";

/** One line of the preview, in the reader's words. */
export interface PresentedRow {
  readonly number: number;
  readonly change: Change;
  readonly code: string;
  readonly name: string;
  readonly mistakes: readonly {
    readonly cell: string;
    readonly column: string;
    readonly words: string;
  }[];
  readonly differences: readonly {
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export type Letters = ReadonlyMap<string, string>;

/** Says what is wrong cell by cell, or what will be different. */
export function presentRow(row: StagedRow, letters: Letters): PresentedRow {
  return {
    number: row.number,
    change: row.change,
    code: textOf(row.cells["code"]),
    name: textOf(row.cells["nameEn"]),
    mistakes: row.mistakes.map(({ key, words, gaps }) => ({
      cell: letters.has(key) ? `${letters.get(key)}${row.number}` : "",
      column: labelOf(key),
      words: t(words, gaps),
    })),
    differences: row.change === "changed" || row.change === "new" ? differencesOf(row) : [],
  };
}

function textOf(cell: StagedRow["cells"][string] | undefined): string {
  return typeof cell === "string" ? cell : "";
}

function labelOf(key: string): string {
  const column: BilingualName | undefined = columnOfKey(key);
  return column ? nameOf(column) : key;
}

const columnKeys: Readonly<Partial<Record<keyof EmployeeRecord, string>>> = {
  salutation: "salutation",
  name_en: "nameEn",
  name_hi: "nameHi",
  gender: "gender",
  born_on: "bornOn",
  joined_on: "joinedOn",
  email: "email",
  mobile: "mobile",
  class: "class",
  designation_id: "designation",
  language: "language",
};

function differencesOf(row: StagedRow): PresentedRow["differences"] {
  const own = row.change === "new" ? whoComes(row) : differencesOfPerson(row);
  return [...own, ...differencesOfPost(row)];
}

/** Enough of a newcomer to recognise him. */
function whoComes({ cells }: StagedRow): PresentedRow["differences"] {
  return ["nameHi", "designation"].flatMap((key) => {
    const after = textOf(cells[key]);
    return after === "" ? [] : [{ column: labelOf(key), before: "", after }];
  });
}

function differencesOfPerson({ before, after, cells }: StagedRow): PresentedRow["differences"] {
  const [was, is] = [before?.employee, after?.employee];
  if (!was || !is) {
    return [];
  }
  const plain = Object.entries(columnKeys).flatMap(([name, key]) => {
    const [old, next] = [was[name as keyof EmployeeRecord], is[name as keyof EmployeeRecord]];
    return old === next ? [] : [{ key, before: shown(key, old), after: shown(key, next) }];
  });
  const details = Object.entries(is.details)
    .filter(([key, value]) => was.details[key] !== value)
    .map(([key, value]) => ({ key, before: was.details[key] ?? "", after: value }));
  return [...plain, ...details].map(({ key, before: old, after: next }) => ({
    column: labelOf(key),
    before: old,
    after: key === "designation" ? textOf(cells[key]) : next,
  }));
}

function shown(key: string, value: unknown): string {
  if (key === "designation" || typeof value !== "string") {
    return "";
  }
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value) : value;
}

function differencesOfPost({ before, after, cells }: StagedRow): PresentedRow["differences"] {
  const charge = after?.charge ? [newCharge(after.charge, textOf(cells["post"]))] : [];
  const [was, is] = [before?.post, after?.post];
  return is && was
    ? [...charge, ...differencesOfLine(was, is, textOf(cells["reportsTo"]))]
    : charge;
}

function differencesOfLine(was: PostPlan, is: PostPlan, superior: string) {
  const marking = { column: labelOf("marking"), before: was.marking, after: is.marking };
  const reporting = { column: labelOf("reportsTo"), before: "", after: superior };
  return [
    ...(is.marking === was.marking ? [] : [marking]),
    ...(is.reports_to_id === was.reports_to_id ? [] : [reporting]),
  ];
}

function newCharge({ from_on: from }: ChargeRecord, post: string) {
  const after = t("{post} since {date}", { post, date: formatDate(from) });
  return { column: labelOf("post"), before: "", after };
}
