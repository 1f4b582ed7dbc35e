import { auditExport } from "./export.ts";
import { auditVerify } from "./verify.ts";

export const auditVerbs = [auditVerify, auditExport];
