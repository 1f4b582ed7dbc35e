import { setTimeout as sleep } from "node:timers/promises";

interface Waiting {
  readonly what: string;
  readonly seconds: number;
  readonly everyMilliseconds?: number;
}

/** Waits until the question has an answer, but never longer than the seconds given. */
export async function until<Found>(
  { what, seconds, everyMilliseconds = 50 }: Waiting,
  question: () => Promise<Found | undefined> | Found | undefined,
): Promise<Found> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await question();
    if (found !== undefined) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${seconds} s in vain for ${what}`);
    }
    await sleep(everyMilliseconds);
  }
}
