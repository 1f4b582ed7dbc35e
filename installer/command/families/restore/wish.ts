import { z } from "zod";
import type { Wish } from "../../../../backups/restore/choose.ts";
import { parseMoment } from "../../../../backups/restore/moment.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";

/** How a restore is told where to go back to; nothing given means as far forward as the archive reaches. */
export const wishOptions = {
  at: option(z.string().optional(), {
    hi: "इस समय तक: दिन.माह.वर्ष घं:मि:से, भारतीय समय",
    en: "To this moment: dd.mm.yyyy hh:mm:ss, Indian time",
  }),
  set: option(z.string().optional(), {
    hi: "ठीक इस सेट तक (secretariat restore list)",
    en: "To exactly this set (secretariat restore list)",
  }),
  point: option(z.string().optional(), {
    hi: "इस नामित बिन्दु तक, जैसे उन्नयन से पहले का",
    en: "To this named point, such as one set before an upgrade",
  }),
  lsn: option(z.string().optional(), {
    hi: "WAL के इस स्थान तक",
    en: "To this place in the WAL",
  }),
};

/** What every restore is asked besides, on a bare machine and on one that is installed. */
export const restoringOptions = {
  secondBefore: option(z.string().optional(), {
    hi: "दूसरे सर्वर पर इस समय से पहले की अवस्था लें, जैसे हमले से पहले की",
    en: "Take the second host's state before this moment, such as before an attack",
  }),
  acceptGap: option(z.boolean().default(false), {
    hi: "WAL का अभाव हो तब भी; उसके आगे का काम खो जाएगा",
    en: "Even though WAL is missing; the work after it is lost",
  }),
};

const Options = z.object(wishOptions);

export function wishOf({ at, set, point, lsn }: z.output<typeof Options>): Wish {
  const given = [at, set, point, lsn].filter((one) => one !== undefined);
  if (given.length > 1) {
    throw new Halt(exit.usage, onlyOne);
  }
  if (at !== undefined) {
    return { kind: "time", at: momentOf(at) };
  }
  if (set !== undefined) {
    return { kind: "set", name: set };
  }
  if (point !== undefined) {
    return { kind: "point", name: point };
  }
  return lsn === undefined ? { kind: "latest" } : { kind: "lsn", lsn };
}

/** Before which moment the second host's state is wanted; it means nothing to backups that lie here. */
export function secondBeforeOf(given: {
  readonly fromSecond: boolean;
  readonly secondBefore?: string | undefined;
}): Date | undefined {
  const { fromSecond, secondBefore } = given;
  if (secondBefore !== undefined && !fromSecond) {
    throw new Halt(exit.usage, needsSecond);
  }
  return secondBefore === undefined ? undefined : momentOf(secondBefore);
}

export function momentOf(text: string): Date {
  const moment = parseMoment(text);
  if (!moment) {
    throw new Halt(exit.usage, noMoment, { text });
  }
  return moment;
}

const needsSecond = words({
  hi: "--second-before केवल --from-second के साथ चलता है।",
  en: "--second-before goes with --from-second only.",
});
const onlyOne = words({
  hi: "--at, --set, --point और --lsn में से एक ही दें।",
  en: "Give only one of --at, --set, --point and --lsn.",
});
const noMoment = words({
  hi: "“{text}” समय नहीं है। ऐसे लिखें: 22.11.2026 09:30",
  en: "“{text}” is no moment. Write it so: 22.11.2026 09:30",
});
