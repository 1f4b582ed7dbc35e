import type { Change } from "../../../host/index.ts";
import { words } from "../../../words.ts";
import type { Call } from "../../verb.ts";

export interface OfficeChange {
  readonly step: string;
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

/** What was changed on this host beside what the product did. */
export function ofHost({ what, diff: after }: Change): OfficeChange {
  return { step: "watch", what, ...(after === undefined ? {} : { after }) };
}

/** Says what was changed, or would be, one line each. */
export function tellChanges(
  {
    say,
    options,
  }: Pick<Call<{ readonly check: boolean; readonly diff: boolean }>, "say" | "options">,
  changes: readonly OfficeChange[],
): void {
  for (const { step, what, before, after } of changes) {
    say(`  ${step.padEnd(14)} ${what}`);
    if (options.diff && before !== undefined) {
      say(`    - ${before}`);
    }
    if (options.diff && after !== undefined) {
      say(`    + ${after}`);
    }
  }
  say(options.check ? would : done, { count: changes.length });
}

const would = words({
  hi: "जाँच: {count} बदलाव होते। कुछ नहीं बदला गया।",
  en: "Check: {count} changes would be made. Nothing was changed.",
});
const done = words({ hi: "{count} बदलाव किए गए।", en: "{count} changes made." });
