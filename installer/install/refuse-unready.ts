import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import type { Call } from "../command/verb.ts";
import { preflight } from "../preflight/preflight.ts";
import { words } from "../words.ts";
import { installedVersion } from "./installed-version.ts";
import { nothingBegun } from "./nothing-begun.ts";

/** Nothing is begun on a machine that cannot carry it. */
export async function refuseUnready(
  { language, say }: Pick<Call, "language" | "say">,
  site: string,
  {
    isSkipped,
    leaveOut = [],
  }: { readonly isSkipped: boolean; readonly leaveOut?: readonly string[] },
): Promise<void> {
  if (isSkipped) {
    return;
  }
  // Without the bundle: every byte of it was judged a moment ago, before this program was started.
  const found = await preflight({ site });
  const failed = found.results.filter(
    ({ id, outcome }) => outcome === "fail" && !leaveOut.includes(id),
  );
  for (const { id, title, cause, remedy } of failed) {
    say(`FAIL ${id} ${title[language]}`);
    say(`     ${cause?.[language] ?? ""}`);
    say(`     ${remedy?.[language] ?? ""}`);
  }
  // What runs already must be able to be put right, on a slow disk too.
  if (failed.length > 0 && (await installedVersion()) === undefined) {
    throw new Halt(exit.preflightFailed, unready, { count: failed.length });
  }
}

const unready = words({
  hi: `पूर्व-जाँच में {count} बाधाएँ हैं। ${nothingBegun.hi}`,
  en: `{count} checks failed beforehand. ${nothingBegun.en}`,
});
