import { formatDate } from "../base/time.ts";
import { t } from "../base/words.ts";

export interface DueProps {
  readonly on: Date | string;
  readonly state: "overdue" | "soon" | "later";
}

/** When something is due; what is late says so in words. */
export function Due({ on, state }: DueProps) {
  const date = formatDate(on);
  return (
    <span class={`due due-${state}`}>
      {state === "overdue" ? t("overdue {date}", { date }) : t("due {date}", { date })}
    </span>
  );
}
