import { hasRole, type Module } from "../base/index.ts";
import { routes } from "./routes.tsx";
import "./jobs.ts";

export { actionNames } from "./action-names.ts";
export { writeCheckpoint } from "./checkpoint.ts";
export { sealCommitted } from "./seal.ts";
export { verifyAndReport } from "./verify-and-report.ts";
export { lastSeal, verifyRecord, type Finding, type Verification } from "./verify.ts";

export const audit: Module = {
  name: "audit",
  routes,
  sections: [
    { label: "Record", href: "/record", icon: "shield", order: 90, allow: hasRole("auditor") },
  ],
};
