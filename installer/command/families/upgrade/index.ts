import { upgradeFinalize } from "./finalize.ts";
import { upgradePlan } from "./plan.ts";
import { upgradeRollback } from "./rollback.ts";
import { upgradeRun } from "./run.ts";
import { upgradeStatus } from "./status.ts";

export const upgradeVerbs = [
  upgradePlan,
  upgradeRun,
  upgradeStatus,
  upgradeRollback,
  upgradeFinalize,
];
