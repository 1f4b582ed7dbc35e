import { change, record, row, transaction, type Actor } from "../base/index.ts";
import { findEmployee } from "./employee.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { refuseBeyondReach } from "./private-reach.ts";
import {
  columnsOf,
  refuseMistakes,
  storedForm,
  type EmployeeParticulars,
} from "./register-employee.ts";

/** Corrects what the employee master says of a person. The employee code never changes. */
export function changeEmployee(
  actor: Actor,
  employeeId: string,
  given: Omit<EmployeeParticulars, "code" | "language">,
): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    await row("select id from employees where id = $employeeId for update", { employeeId });
    const employee = await findEmployee(employeeId);
    await refuseBeyondReach(actor, employeeId);
    await refuseMistakes({ ...given, code: employee.code }, employeeId);
    const columns = columnsOf(given);
    const changed = Object.entries(columns)
      .filter(([name, value]) => employee[name as keyof typeof columns] !== value)
      .map(([name]) => name);
    if (changed.length === 0) {
      return;
    }
    await change("employees", { id: employeeId }, storedForm(employeeId, columns));
    await record(actor, "organisation.employee-changed", {
      subject: { type: "employee", id: employeeId },
      detail: { changed },
    });
  });
}
