import { now, today } from "../base/index.ts";
import type { DueProps } from "../ui/index.ts";

const soonDays = 3;
const dayLength = 86_400_000;

/** Whether a due date has passed or is near. */
export function dueState(dueOn: string): DueProps["state"] {
  if (dueOn < today(now())) {
    return "overdue";
  }
  return dueOn <= today(new Date(now().getTime() + soonDays * dayLength)) ? "soon" : "later";
}
