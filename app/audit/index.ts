import type { Module } from "../base/index.ts";
import "./jobs.ts";

export { writeCheckpoint } from "./checkpoint.ts";
export { sealCommitted } from "./seal.ts";
export { verifyAndReport } from "./verify-and-report.ts";
export { lastSeal, verifyRecord, type Finding, type Verification } from "./verify.ts";

export const audit: Module = { name: "audit", routes: [], sections: [] };
