import { anyPost, refersToContent, words, type Module } from "../base/index.ts";
import { chargeRoutes } from "./routes/charges.tsx";
import { importRoutes } from "./routes/imports.tsx";
import { foundPeople, peopleRoutes } from "./routes/people.tsx";
import { postRoutes } from "./routes/posts.tsx";
import { unitRoutes } from "./routes/units.tsx";

export { assignCharge, type NewCharge } from "./assign-charge.ts";
export { changeEmployee } from "./change-employee.ts";
export { changePost, type PostNames } from "./change-post.ts";
export { chargeKinds, findCharge, type Charge, type ChargeKind } from "./charge.ts";
export { closePost } from "./close-post.ts";
export { closeUnit } from "./close-unit.ts";
export { createPost, type NewPost } from "./create-post.ts";
export { createUnit, type NewUnit } from "./create-unit.ts";
export { createDesignation, listDesignations, type Designation } from "./designation.ts";
export { foundPeople };
export { findEmployee, salutationNames, type Employee } from "./employee.ts";
export { readDay } from "./employee-import/read-day.ts";
export { readTable } from "./employee-import/read-table.ts";
export type { Cell } from "./employee-import/sheet.ts";
export { endCharge } from "./end-charge.ts";
export { handOverCharge, type HandOver } from "./hand-over-charge.ts";
export { judgeEmployee, readParticulars, type EmployeeDraft } from "./judge-employee.ts";
export { whenEmployeesJoin, whenEntriesAreUndone, type Joiner } from "./joining.ts";
export { mobileIndex } from "./private-particulars.ts";
export { organisationPolicy } from "./policy.ts";
export { keepPostOpen } from "./keep-post-open.ts";
export { findPost, isVacant, searchPosts, type Post } from "./post.ts";
export { readPost, type PostRecord } from "./post-queries.ts";
export { registerEmployees } from "./register-employees.ts";
export { registerEmployee, type EmployeeParticulars } from "./register-employee.ts";
export { renameUnit } from "./rename-unit.ts";
export { takeOverMaster } from "./employee-import/take-over-master.ts";
export { addSubject, removeSubject } from "./subjects.ts";
export { findUnit, unitKinds, type Unit, type UnitKind } from "./unit.ts";

refersToContent("imports", "file_hash");

export const organisation: Module = {
  name: "organisation",
  routes: [...unitRoutes, ...postRoutes, ...chargeRoutes, ...peopleRoutes, ...importRoutes],
  sections: [
    { label: words("Office"), href: "/office", icon: "office", order: 80, allow: anyPost },
  ],
};
