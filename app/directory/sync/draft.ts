import type { Employee, EmployeeDraft } from "../../organisation/index.ts";
import type { Difference } from "./difference.ts";

/** Somebody's particulars as they stand, to be judged together with what is to change. */
export function draftOf(employee: Employee): EmployeeDraft {
  const { salutation, nameEn, nameHi, gender, bornOn, joinedOn, email, mobile } = employee;
  return {
    salutation,
    nameEn,
    nameHi,
    gender,
    bornOn,
    joinedOn,
    email,
    mobile,
    ...(employee.designationId === null ? {} : { designationId: employee.designationId }),
    ...(employee.class === null ? {} : { class: employee.class }),
  };
}

export function withoutLogin(wanted: Difference["wanted"]): EmployeeDraft {
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => field !== "login"));
}
