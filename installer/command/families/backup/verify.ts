import { z } from "zod";
import { readHappened, record } from "../../../../backups/figures/record.ts";
import { releaseLocks } from "../../../../backups/keep/release-locks.ts";
import { readManifests } from "../../../../backups/manifest/manifests.ts";
import { readPlaces, type BackupPlaces } from "../../../../backups/places.ts";
import { readRepositories } from "../../../../backups/verify/read-repositories.ts";
import { tryRestore } from "../../../../backups/verify/try-restore.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";
import { orElse } from "./tell-faults.ts";
import { verifySecond } from "./verify-second.ts";
import { inTurn, waitOption } from "./with-lock.ts";

export const backupVerify = verb({
  path: ["backup", "verify"],
  words: words({
    hi: "बैकअप का हर अक्षर पढ़ना और डेटाबेस को अलग से खड़ा करके गिनना",
    en: "Read every byte of the backups, restore the database beside the real one and count",
  }),
  options: z.object({
    withoutRestore: option(z.boolean().default(false), {
      hi: "केवल पढ़ें, पुनर्स्थापना न करें",
      en: "Only read, restore nothing",
    }),
    second: option(z.boolean().default(false), {
      hi: "इनके बदले दूसरे सर्वर की प्रतियाँ पढ़ें, जिस भाग की इस सप्ताह बारी है",
      en: "Read the copies on the second host instead, the part whose turn is this week",
    }),
    wait: waitOption,
  }),
  needsRoot: true,
  run: (call) => {
    const places = readPlaces();
    if (call.options.second) {
      const failed = { places, code: exit.verifyFailed } as const;
      return orElse(call, failed, () => verifySecond(places, call));
    }
    return inTurn({ places, call }, "backup verify", () =>
      orElse(call, { places, code: exit.verifyFailed }, async () => {
        const started = performance.now();
        await releaseLocks(places).catch(() => 0); // where they cannot be listed the reading tells why
        const { faults: read } = await readRepositories(places);
        const restored = call.options.withoutRestore ? [] : await restoredFaults(places);
        const faults = [...read, ...restored];
        const isGood = faults.length === 0;
        const seconds = (performance.now() - started) / 1000;
        const { failures } = await readHappened(places);
        const news = { at: new Date(), isGood, seconds };
        await record(places, { verify: news, failures: failures + Number(!isGood) });
        faults.forEach((fault) => call.warn(fault));
        call.say(isGood ? whole : damaged, { seconds: seconds.toFixed(1), count: faults.length });
        call.answer({ isGood, faults, seconds });
        return isGood ? exit.ok : exit.verifyFailed;
      }),
    );
  },
});

/** Whatever reading found: a fault elsewhere must not hide for months that the newest set does not come back. */
async function restoredFaults(places: BackupPlaces): Promise<readonly string[]> {
  const { genuine } = await readManifests(places);
  const newest = genuine.at(-1);
  if (!newest) {
    return [];
  }
  return tryRestore(places, newest, async ({ faults }) => faults).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    return [`${newest.name}: it could not be brought up: ${reason}`];
  });
}

const whole = words({
  hi: "सभी बैकअप सही हैं ({seconds} सेकंड)",
  en: "All backups are whole ({seconds} s)",
});
const damaged = words({
  hi: "बैकअप में {count} दोष मिले ({seconds} सेकंड)। नया पूरा बैकअप लें: secretariat backup run --full",
  en: "{count} faults in the backups ({seconds} s). Take a new full one: secretariat backup run --full",
});
