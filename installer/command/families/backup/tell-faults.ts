import { readHappened, record } from "../../../../backups/figures/record.ts";
import type { BackupPlaces } from "../../../../backups/places.ts";
import { words } from "../../../words.ts";
import type { ExitCode } from "../../exit-codes.ts";
import type { Call } from "../../verb.ts";

const failed = words({
  hi: "यह काम सफल नहीं हुआ: {reason}",
  en: "This did not succeed: {reason}",
});

/** Runs work whose failure has a number of its own, counts the failure and says why. */
export async function orElse(
  { warn, answer }: Call<unknown>,
  { places, code }: { readonly places: BackupPlaces; readonly code: ExitCode },
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const before = await readHappened(places);
    await record(places, { failures: before.failures + 1 });
    warn(failed, { reason });
    answer({ error: reason });
    return code;
  }
}
