import { restoreAccept } from "./accept.ts";
import { restoreList } from "./list.ts";
import { restorePlan } from "./plan.ts";
import { restoreRun } from "./run.ts";

export const restoreVerbs = [restoreList, restorePlan, restoreRun, restoreAccept];
