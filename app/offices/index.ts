import type { Module } from "../base/index.ts";
import "./trial/close-forgotten.ts";

export { OfficeDefinition } from "./definition.ts";
export { applyOffice } from "./apply-office.ts";
export { officeCommand } from "./office-command.ts";
export { removeOffice } from "./remove-office.ts";
export { beginTrial } from "./trial/trial-desk.ts";
export { endTrial } from "./trial/end-trial.ts";
export { inspectOffice } from "./inspect-office.ts";

export const offices: Module = { name: "offices", routes: [], sections: [] };
