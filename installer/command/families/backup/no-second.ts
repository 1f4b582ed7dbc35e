import { isSecondAwaited } from "../../../../backups/keep/stores.ts";
import type { BackupPlaces } from "../../../../backups/places.ts";
import { addressAwaited } from "../../../install/degradations.ts";
import { words } from "../../../words.ts";
import type { Call } from "../../verb.ts";

/** Why nothing went to a second host: site.yml names none, or its address was never brought. */
export function sayNoSecond({ warn }: Pick<Call<unknown>, "warn">, places: BackupPlaces): void {
  const { second } = places;
  if (second && isSecondAwaited({ second })) {
    const { reason, next } = addressAwaited(second);
    warn(awaited, { reason, next });
  } else {
    warn(none);
  }
}

const awaited = words({ hi: "{reason}: {next}", en: "{reason}: {next}" });
const none = words({
  hi: "दूसरा सर्वर तय नहीं है (site.yml की backups.second): बैकअप केवल इसी सर्वर पर है",
  en: "There is no second host (backups.second of site.yml): the backup lies on this host alone",
});
