import { readRestore } from "../../backups/restore/restore-note.ts";
import { places } from "../places.ts";
import { readJournal } from "../steps/index.ts";

/** `./install restore` began here and did not come to its end; one whose office was accepted is over all the same. */
export async function isBeingRestored(): Promise<boolean> {
  const { isRestoring } = await readJournal();
  return (
    isRestoring === true && (await readRestore({ state: places.installer }))?.state !== "accepted"
  );
}
