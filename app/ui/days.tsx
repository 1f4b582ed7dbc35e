import { formatNumber } from "../base/time.ts";
import { t } from "../base/words.ts";

/** A stay in working days: 3 d. */
export function Days({ count }: { readonly count: number }) {
  return <span class="days">{t("{count} d", { count: formatNumber(count) })}</span>;
}
