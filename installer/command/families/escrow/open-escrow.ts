import type { BackupPlaces } from "../../../../backups/places.ts";
import {
  NothingVouchedFor,
  openWithShares,
  type Foundations,
} from "../../../../backups/restore/from-escrow.ts";
import { words } from "../../../words.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { sharesRefused } from "./read-shares.ts";

/** Opens the escrow, or ends the verb with this code and a sentence that says why it stays shut. */
export async function openEscrow(
  places: Pick<BackupPlaces, "folder" | "state">,
  shares: readonly string[],
  code: ExitCode,
): Promise<Foundations> {
  const opened = await openWithShares(places, shares).catch((error: unknown) => {
    throw error instanceof NothingVouchedFor ? new Halt(code, forged) : error;
  });
  if (!opened) {
    throw new Halt(code, sharesRefused);
  }
  return opened;
}

const forged = words({
  hi: "अंश सही हैं, पर यहाँ का कोई व्यवस्था-संग्रह उस सर्वर का हस्ताक्षरित नहीं जिसे अधिकारियों के अंश पहचानते हैं। दूसरे सर्वर से पहले की अवस्था लें: --from-second --second-before",
  en: "The shares are right, but no archive of the configuration here was signed by the host that the officers' shares know. Take an earlier state of the second host: --from-second --second-before",
});
