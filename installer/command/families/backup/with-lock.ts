import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { BackupPlaces } from "../../../../backups/places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { holdLock } from "../../lock.ts";
import { option } from "../../option.ts";
import type { Call } from "../../verb.ts";

/** What a unit asks for: nobody is there to start it again, and its own timeout ends the waiting. */
export const waitOption = option(z.boolean().default(false), {
  hi: "दूसरा बैकअप, जाँच या अभ्यास चल रहा हो तो प्रतीक्षा करें, जैसे समय-सारणी के काम करते हैं",
  en: "Wait while another backup, verification or drill runs, as the timers do",
});

/** One backup, verification or drill at a time; an upgrade or an office being added does not keep them waiting. */
export function withBackupLock<T>(
  { state }: Pick<BackupPlaces, "state">,
  verb: string,
  work: () => Promise<T>,
): Promise<T> {
  return holdLock(verb, work, join(state, "backup.lock"));
}

interface Asked {
  readonly places: Pick<BackupPlaces, "state">;
  readonly call: Pick<Call<{ readonly wait: boolean }>, "options" | "warn">;
}

/** The same, for what may be told to wait until the lock is free. */
export async function inTurn<T>(
  { places, call }: Asked,
  verb: string,
  work: () => Promise<T>,
): Promise<T> {
  for (let isTold = false; ; isTold = true) {
    let isBegun = false;
    const begin = (): Promise<T> => {
      isBegun = true;
      return work();
    };
    try {
      return await withBackupLock(places, verb, begin);
    } catch (error) {
      const isBusy = error instanceof Halt && error.code === exit.locked && !isBegun;
      if (!isBusy || !call.options.wait) {
        throw error;
      }
      if (!isTold) {
        call.warn(waiting);
      }
      await pause(2_000);
    }
  }
}

const waiting = words({
  hi: "दूसरा बैकअप, जाँच या अभ्यास चल रहा है; उसके पूरा होने की प्रतीक्षा है",
  en: "Another backup, verification or drill is at work; this waits for its end",
});
