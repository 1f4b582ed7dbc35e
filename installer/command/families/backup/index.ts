import { backupDrill } from "./drill.ts";
import { backupHold } from "./hold.ts";
import { backupList } from "./list.ts";
import { backupRun } from "./run.ts";
import { backupUnlock } from "./unlock.ts";
import { backupVerify } from "./verify.ts";

export const backupVerbs = [
  backupRun,
  backupList,
  backupVerify,
  backupDrill,
  backupHold,
  backupUnlock,
];
