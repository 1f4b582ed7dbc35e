import { readHappened, record, writeFigures } from "../../../../backups/figures/record.ts";
import type { BackupPlaces } from "../../../../backups/places.ts";
import { partOfWeek, readSecond } from "../../../../backups/verify/read-second.ts";
import { noteSecond } from "../../../../backups/verify/second-note.ts";
import { words } from "../../../words.ts";
import { exit, type ExitCode } from "../../exit-codes.ts";
import type { Call } from "../../verb.ts";
import { sayNoSecond } from "./no-second.ts";

/** It may take hours, and only adds are made there: no backup waits for it, so it takes no lock. */
export async function verifySecond(
  places: BackupPlaces,
  call: Pick<Call<unknown>, "say" | "warn" | "answer">,
): Promise<ExitCode> {
  const started = performance.now();
  const part = partOfWeek(new Date(), places.secondReadWeeks);
  const verdict = await readSecond(places, part);
  if (!verdict) {
    sayNoSecond(call, places);
    return exit.nothingToDo;
  }
  const { isWhole: isGood, faults } = verdict;
  const seconds = (performance.now() - started) / 1000;
  await noteSecond(places, { at: new Date(), isGood, seconds });
  await countFailure(places, isGood);
  faults.forEach((fault) => call.warn(fault));
  const gaps = { number: part.number, of: part.of, count: faults.length };
  call.say(isGood ? whole : damaged, { ...gaps, seconds: seconds.toFixed(1) });
  call.answer({ isGood, faults, seconds, part });
  return isGood ? exit.ok : exit.verifyFailed;
}

async function countFailure(places: BackupPlaces, isGood: boolean): Promise<void> {
  if (isGood) {
    await writeFigures(places);
  } else {
    const { failures } = await readHappened(places);
    await record(places, { failures: failures + 1 });
  }
}

const whole = words({
  hi: "दूसरे सर्वर की प्रतियों का भाग {number}/{of} पढ़ा गया: सही है ({seconds} सेकंड)",
  en: "Part {number} of {of} of the copies on the second host was read: it is whole ({seconds} s)",
});
const damaged = words({
  hi: "दूसरे सर्वर की प्रतियों के भाग {number}/{of} में {count} दोष मिले ({seconds} सेकंड)",
  en: "{count} faults in part {number} of {of} of the copies on the second host ({seconds} s)",
});
