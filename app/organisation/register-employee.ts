import { v7 as newId } from "uuid";
import {
  config,
  explainConstraint,
  insert,
  invalid,
  invalidFields,
  now,
  record,
  row,
  today,
  transaction,
  words,
  type Actor,
} from "../base/index.ts";
import { mistakesOfDates, mistakesOfUniqueness } from "./employee-rules.ts";
import type { Gender } from "./employee.ts";
import { announceJoiners } from "./joining.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { sealContact } from "./private-particulars.ts";

export interface EmployeeParticulars {
  readonly code: string;
  readonly salutation: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly gender: Gender;
  readonly bornOn: string;
  readonly joinedOn: string;
  readonly email: string;
  readonly mobile: string;
  readonly designationId?: string | undefined;
  readonly class?: string | undefined;
  readonly language?: "hi" | "en" | undefined;
}

explainConstraint("employees_code_key", words("Another employee has this employee code."));
explainConstraint("employees_by_email", words("Another employee has this e-mail."));
explainConstraint("employees_by_mobile", words("Another employee has this mobile number."));

/** Enters a person in the employee master. He holds no post until he is given charge of one. */
export function registerEmployee(
  actor: Actor,
  given: EmployeeParticulars,
): Promise<{ readonly id: string }> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    await refuseMistakes(given);
    const id = newId();
    const language = given.language ?? config().LANGUAGE;
    await insert("employees", {
      ...storedForm(id, columnsOf(given)),
      id,
      code: given.code,
      language,
    });
    await announceJoiners(actor, [{ id, code: given.code, email: given.email, language }]);
    await record(actor, "organisation.employee-registered", {
      subject: { type: "employee", id },
      detail: { code: given.code },
    });
    return { id };
  });
}

/** What a form may change of a person. */
export function columnsOf(given: Omit<EmployeeParticulars, "code" | "language">) {
  return {
    salutation: given.salutation,
    nameEn: given.nameEn,
    nameHi: given.nameHi,
    gender: given.gender,
    bornOn: given.bornOn,
    joinedOn: given.joinedOn,
    email: given.email.toLowerCase(),
    mobile: given.mobile,
    designationId: given.designationId ?? null,
    class: given.class ?? null,
  };
}

/** The same as the table keeps it: what is private is sealed for this row. */
export function storedForm(id: string, columns: ReturnType<typeof columnsOf>) {
  return { ...columns, ...sealContact(id, columns) };
}

export async function refuseMistakes(given: EmployeeParticulars, exceptId?: string): Promise<void> {
  const mistakes = [
    ...mistakesOfDates(given, today(now())),
    ...(await mistakesOfUniqueness(given, exceptId)),
  ];
  if (mistakes.length > 0) {
    throw invalidFields(mistakes);
  }
  const id = given.designationId ?? null;
  if (id && !(await row("select 1 as known from designations where id = $id", { id }))) {
    throw invalid("designationId", "There is no such designation. Choose from the list.");
  }
}
