import { escrowProve } from "./prove.ts";
import { escrowSplit } from "./split.ts";
import { escrowStatus } from "./status.ts";

export const escrowVerbs = [escrowStatus, escrowSplit, escrowProve];
