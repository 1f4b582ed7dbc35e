import { diskReclaim } from "./reclaim.ts";
import { diskReport } from "./report.ts";
import { diskReserve } from "./reserve.ts";

export const diskVerbs = [diskReport, diskReserve, diskReclaim];
