import { filled, words, type Words } from "../words.ts";
import type { Figures, UpgradeMachine } from "./upgrade-machine.ts";

/** How long the new release is watched before it is believed. */
export const watchSeconds = 20;

const mostFailures = 0.02;
const fewest = 20;
/** Seconds; the bound of the histogram next to what the alert PagesSlow calls slow. */
const alwaysSlow = 2.5;
const muchSlower = 3;
/** What a worker had taken when it was ended comes due again after half a minute: events are given longer. */
const patienceSeconds = 45;

const failing = words({
  hi: "नए संस्करण में {requests} में से {failures} अनुरोध असफल हुए",
  en: "{failures} of {requests} requests failed on the new release",
});
const slow = words({
  hi: "नए संस्करण में {pages} में से 5% से अधिक पृष्ठों को {seconds} सेकंड से अधिक लगे",
  en: "More than 5% of {pages} pages took longer than {seconds} seconds on the new release",
});
const stuck = words({
  hi: "नया संस्करण घटनाएँ आगे नहीं पहुँचाता: एक घटना लगभग पूरे {seconds} सेकंड रुकी रही",
  en: "The new release hands no events on: one waited for nearly all of {seconds} seconds",
});

/**
 * Watches the new release for a while; answers with what speaks against it, beside what the release before did.
 * An office that was ill before it was upgraded is no worse for it.
 */
export async function judgeRelease(
  machine: UpgradeMachine,
  usual: Figures = nothing,
): Promise<Words | undefined> {
  const before = await machine.figures();
  for (let at = 5; at <= patienceSeconds; at += 5) {
    await machine.wait(5);
    const ailing = await machine.ail();
    const watched = between(before, await machine.figures());
    const fault = ailing === undefined ? whatFails(watched, usual) : { hi: ailing, en: ailing };
    const isStuck = isWaiting(watched, at) && !isWaiting(usual, watchSeconds);
    if (fault || (at >= watchSeconds && !isStuck)) {
      return fault ?? whatIsSlow(watched, usual);
    }
  }
  return filled(stuck, { seconds: patienceSeconds });
}

const nothing: Figures = { requests: 0, failures: 0, pages: 0, within: {}, oldestDelivery: 0 };

/** One failure among few requests is an accident; many, or a share of many, are not. */
function whatFails({ requests, failures }: Figures, usual: Figures): Words | undefined {
  const usualShare = usual.requests === 0 ? 0 : usual.failures / usual.requests;
  const bar = requests * Math.max(mostFailures, 2 * usualShare);
  const isFailing = failures > Math.max(2, bar) && requests >= fewest;
  return isFailing ? filled(failing, { requests, failures }) : undefined;
}

function whatIsSlow(watched: Figures, usual: Figures): Words | undefined {
  const seconds = Math.max(alwaysSlow, muchSlower * percentile95(usual));
  const isSlow = watched.pages >= fewest && percentile95(watched) > seconds;
  return isSlow ? filled(slow, { pages: watched.pages, seconds }) : undefined;
}

/** Whether one event has waited for nearly all of that time. */
function isWaiting({ oldestDelivery }: Figures, seconds: number): boolean {
  return oldestDelivery >= 0.75 * seconds;
}

/** The bound in seconds under which 95 of 100 were answered; without pages 0, beyond every bound Infinity. */
export function percentile95({ pages, within }: Figures): number {
  const bounds = Object.keys(within).toSorted((one, other) => Number(one) - Number(other));
  const enough = bounds.find((bound) => (within[bound] ?? 0) >= 0.95 * pages);
  return pages === 0 ? 0 : Number(enough ?? Infinity);
}

function between(before: Figures, now: Figures): Figures {
  const since = (one: number, other = 0): number => Math.max(0, one - other);
  const within = Object.entries(now.within).map(([bound, count]) => [
    bound,
    since(count, before.within[bound]),
  ]);
  return {
    requests: since(now.requests, before.requests),
    failures: since(now.failures, before.failures),
    pages: since(now.pages, before.pages),
    within: Object.fromEntries(within) as Figures["within"],
    oldestDelivery: since(now.oldestDelivery, before.oldestDelivery),
  };
}
