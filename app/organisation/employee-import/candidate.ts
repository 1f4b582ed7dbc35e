import { v5 as idFrom } from "uuid";
import { mistakesOfDates } from "../employee-rules.ts";
import { config, words } from "../../base/index.ts";
import { importColumns } from "./columns.ts";
import { plainName, type EmployeeRecord, type Facts, type PostRecord } from "./facts.ts";
import { mistake, type Mistake } from "./mistake.ts";
import type { ReadRow } from "./read-cells.ts";

/** A row on its way: what it says, whom it concerns, and what has been found wrong so far. */
export interface Candidate {
  readonly number: number;
  readonly values: Readonly<Record<string, string>>;
  readonly mistakes: Mistake[];
  readonly existing: EmployeeRecord | undefined;
  readonly employee: EmployeeRecord;
  readonly post: PostRecord | undefined;
  /** Stays the same each time the file is judged. */
  readonly chargeId: string;
}

/** Reads one row against the facts: its own rules, and the names it uses. */
export function candidateOf(read: ReadRow, facts: Facts, importId: string): Candidate {
  const mistakes = [...read.mistakes];
  const { values } = read;
  const existing = facts.byCode.get(values["code"] ?? "");
  const designation = findOne(read, facts.designationsByName, "designation");
  const unit = findOne(read, facts.unitsByName, "unit");
  for (const found of [designation, unit]) {
    mistakes.push(...(found.mistake ? [found.mistake] : []));
  }
  const post = findPost(values, facts, unit.id);
  mistakes.push(...(post.mistake ? [post.mistake] : []), ...wrongDates(values, facts.day));
  mistakes.push(...taken(values, facts, existing));
  const id = existing?.id ?? idFrom(`${values["code"] ?? read.number}:employee`, importId);
  return {
    number: read.number,
    values,
    mistakes,
    existing,
    employee: employeeOf(values, { id, existing, designationId: designation.id }),
    post: post.post,
    chargeId: idFrom(`${values["code"] ?? read.number}:charge`, importId),
  };
}

interface Found {
  readonly id?: string;
  readonly mistake?: Mistake;
}

type Named = ReadonlyMap<string, readonly { readonly id: string }[]>;

const unknown: Readonly<Record<string, string>> = {
  designation: words("There is no designation called {name}."),
  unit: words("There is no office called {name}."),
};

function findOne({ values }: ReadRow, named: Named, key: string): Found {
  const name = values[key];
  if (name === undefined) {
    return {};
  }
  const found = named.get(plainName(name)) ?? [];
  if (found.length > 1) {
    return { mistake: mistake(key, words("Several are called {name}. Write the code."), { name }) };
  }
  const [one] = found;
  return one ? { id: one.id } : { mistake: mistake(key, unknown[key] ?? "", { name }) };
}

interface FoundPost {
  readonly post?: PostRecord;
  readonly mistake?: Mistake;
}

/** By code, marking or name; the office beside it tells posts of one name apart. */
function findPost(
  values: Candidate["values"],
  facts: Facts,
  unitId: string | undefined,
): FoundPost {
  const name = values["post"];
  if (name === undefined) {
    return {};
  }
  const all = facts.postsByName.get(plainName(name)) ?? [];
  const found = unitId ? all.filter((post) => post.unit_id === unitId) : all;
  if (all.length > 0 && found.length === 0) {
    return { mistake: mistake("post", words("This post is not in the office of this row.")) };
  }
  if (found.length > 1) {
    return {
      mistake: mistake("post", words("Several are called {name}. Write the code."), { name }),
    };
  }
  const [post] = found;
  return post
    ? { post }
    : { mistake: mistake("post", words("There is no open post called {name}."), { name }) };
}

function wrongDates(values: Candidate["values"], day: string): Mistake[] {
  const { bornOn, joinedOn } = values as { bornOn?: string; joinedOn?: string };
  if (bornOn === undefined || joinedOn === undefined) {
    return [];
  }
  return mistakesOfDates({ bornOn, joinedOn }, day).map(({ field, words: sentence }) =>
    mistake(field, sentence),
  );
}

function taken(
  values: Candidate["values"],
  facts: Facts,
  existing: EmployeeRecord | undefined,
): Mistake[] {
  const holders = [
    ["email", facts.byEmail.get(values["email"] ?? ""), words("Employee {code} has this e-mail.")],
    [
      "mobile",
      facts.byMobile.get(values["mobile"] ?? ""),
      words("Employee {code} has this mobile number."),
    ],
  ] as const;
  return holders.flatMap(([key, holder, sentence]) =>
    holder && holder.id !== existing?.id ? [mistake(key, sentence, { code: holder.code })] : [],
  );
}

/** The person as the row wants him: what it leaves blank stays as it is. */
function employeeOf(
  values: Candidate["values"],
  base: { id: string; existing: EmployeeRecord | undefined; designationId: string | undefined },
): EmployeeRecord {
  const { id, existing, designationId } = base;
  const stand: EmployeeRecord = existing ?? blankEmployee(id, values);
  const pick = (key: string, kept: string): string => values[key] ?? kept;
  return {
    ...stand,
    salutation: pick("salutation", stand.salutation),
    name_en: pick("nameEn", stand.name_en),
    name_hi: pick("nameHi", stand.name_hi),
    gender: pick("gender", stand.gender),
    born_on: pick("bornOn", stand.born_on),
    joined_on: pick("joinedOn", stand.joined_on),
    email: pick("email", stand.email),
    mobile: pick("mobile", stand.mobile),
    class: values["class"] ?? stand.class,
    designation_id: designationId ?? stand.designation_id,
    language: pick("language", stand.language),
    details: { ...stand.details, ...detailsOf(values) },
  };
}

function detailsOf(values: Candidate["values"]): Record<string, string> {
  return Object.fromEntries(
    importColumns.flatMap(({ key, isDetail }) => {
      const value = values[key];
      return isDetail && value !== undefined ? [[key, value]] : [];
    }),
  );
}

function blankEmployee(id: string, values: Candidate["values"]): EmployeeRecord {
  return {
    id,
    code: values["code"] ?? "",
    salutation: "",
    name_en: "",
    name_hi: values["nameEn"] ?? "",
    gender: "",
    born_on: "",
    joined_on: "",
    email: "",
    mobile: "",
    class: null,
    designation_id: null,
    language: config().LANGUAGE,
    details: {},
    left_on: null,
  };
}
