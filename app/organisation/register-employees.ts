import { v7 as newId } from "uuid";
import {
  config,
  insertMany,
  invalidFields,
  now,
  record,
  today,
  transaction,
  type Actor,
} from "../base/index.ts";
import { mistakesOfDates } from "./employee-rules.ts";
import { announceJoiners } from "./joining.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { columnsOf, storedForm, type EmployeeParticulars } from "./register-employee.ts";

/**
 * Enters many people at once and answers their ids in the same order. Whoever gives them has judged each by
 * `judgeEmployee`; dates are judged again here, and the database refuses what somebody else has already.
 */
export function registerEmployees(
  actor: Actor,
  people: readonly EmployeeParticulars[],
): Promise<string[]> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    const mistakes = people.flatMap((given) => mistakesOfDates(given, today(now())));
    if (mistakes.length > 0) {
      throw invalidFields(mistakes);
    }
    const entered = people.map((given) => ({
      given,
      id: newId(),
      language: given.language ?? config().LANGUAGE,
    }));
    await insertMany(
      "employees",
      entered.map(({ given, id, language }) => ({
        ...storedForm(id, columnsOf(given)),
        id,
        code: given.code,
        language,
      })),
    );
    await announceJoiners(
      actor,
      entered.map(({ given: { code, email }, id, language }) => ({ id, code, email, language })),
    );
    for (const { given, id } of entered) {
      await record(actor, "organisation.employee-registered", {
        subject: { type: "employee", id },
        detail: { code: given.code },
      });
    }
    return entered.map(({ id }) => id);
  });
}
