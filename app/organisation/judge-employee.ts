import { mistakesOf, now, today, type FieldError } from "../base/index.ts";
import { mistakesOfDates, mistakesOfUniqueness } from "./employee-rules.ts";
import { RegisterEmployee } from "./people-input.ts";
import type { EmployeeParticulars } from "./register-employee.ts";

export type EmployeeDraft = {
  readonly [Field in keyof EmployeeParticulars]?: string | undefined;
};

export interface JudgedEmployee {
  readonly mistakes: readonly FieldError[];
  /** What would be written, where nothing is wrong with the words themselves. */
  readonly particulars?: EmployeeParticulars;
}

/** What would be refused if these particulars were entered, or written over those of somebody. Writes nothing. */
export async function judgeEmployee(
  draft: EmployeeDraft,
  exceptId?: string,
): Promise<JudgedEmployee> {
  const read = RegisterEmployee.safeParse(draft);
  if (!read.success) {
    return { mistakes: mistakesOf(read.error) };
  }
  const mistakes = [
    ...mistakesOfDates(read.data, today(now())),
    ...(await mistakesOfUniqueness(read.data, exceptId)),
  ];
  return { mistakes, particulars: read.data };
}

/** Particulars that were judged before; throws for any that were not. */
export function readParticulars(draft: EmployeeDraft): EmployeeParticulars {
  return RegisterEmployee.parse(draft);
}
