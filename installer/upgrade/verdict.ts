import { filled, words, type Words } from "../words.ts";
import type { Figures, UpgradeMachine } from "./upgrade-machine.ts";

/** How long the new release is watched before it is believed. */
export const watchSeconds = 20;

const mostFailures = 0.02;
const fewest = 20;

const failing = words({
  hi: "नए संस्करण में {requests} में से {failures} अनुरोध असफल हुए",
  en: "{failures} of {requests} requests failed on the new release",
});

/** Watches the new release for a while; answers with what speaks against it. */
export async function judgeRelease(machine: UpgradeMachine): Promise<Words | undefined> {
  const before = await machine.figures();
  for (let seconds = 0; seconds < watchSeconds; seconds += 5) {
    await machine.wait(5);
    const ailing = await machine.ail();
    if (ailing !== undefined) {
      return { hi: ailing, en: ailing };
    }
    const now = await machine.figures();
    if (isFailing(before, now)) {
      return filled(failing, { ...between(before, now) });
    }
  }
  return undefined;
}

/** One failure among few requests is an accident; many, or a share of many, are not. */
export function isFailing(before: Figures, now: Figures): boolean {
  const { requests, failures } = between(before, now);
  return failures > Math.max(2, requests * mostFailures) && requests >= fewest;
}

function between(before: Figures, now: Figures): Figures {
  return {
    requests: Math.max(0, now.requests - before.requests),
    failures: Math.max(0, now.failures - before.failures),
  };
}
