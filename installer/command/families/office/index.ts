import { officeAdd } from "./add.ts";
import { officeCheck } from "./check.ts";
import { officeList } from "./list.ts";
import { officeRemove } from "./remove.ts";

export const officeVerbs = [officeList, officeAdd, officeCheck, officeRemove];
