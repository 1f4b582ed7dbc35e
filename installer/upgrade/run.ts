import { exit, type ExitCode } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { filled, words } from "../words.ts";
import { isUnfinished, type UpgradeJournal } from "./journal.ts";
import { failureOf, reasonOf } from "./not-believed.ts";
import { makePlan } from "./plan.ts";
import { putBack } from "./put-back.ts";
import { statesOf, touchesPeople, type State } from "./states.ts";
import type { UpgradeMachine } from "./upgrade-machine.ts";
import { work, type Run, type UpgradeWish } from "./work.ts";

/** Takes a server from one release to another, state by state; run again after a kill it goes on where it was. */
export async function runUpgrade(machine: UpgradeMachine, wish: UpgradeWish): Promise<ExitCode> {
  const journal = await beginOrResume(machine, wish);
  if (journal.failure !== undefined) {
    // Killed while it was being put back.
    return putBack(machine, { journal, failure: failureOf(journal.failure) });
  }
  const run = { machine, wish };
  const ways = statesOf(machine.webProcesses);
  let reached = journal;
  for (const state of ways.slice(ways.indexOf(journal.state ?? "verified") + 1)) {
    try {
      reached = await reach(state, reached, run);
    } catch (error) {
      return await fail(error, reached, machine);
    }
  }
  machine.say(filled(done, { from: reached.from, to: reached.to }));
  return exit.ok;
}

const done = words({
  hi: "अब संस्करण {to} चालू है। {from} पर लौटना संभव है: secretariat upgrade rollback; पक्का करना: secretariat upgrade finalize",
  en: "Release {to} runs now. To go back to {from}: secretariat upgrade rollback; to settle: secretariat upgrade finalize",
});
const whichBundle = words({
  hi: "बंडल बताएँ: secretariat upgrade run BUNDLE",
  en: "Name the bundle: secretariat upgrade run BUNDLE",
});
const otherUpgrade = words({
  hi: "{from} से {to} का उन्नयन अधूरा है। पहले उसे पूरा करें (secretariat upgrade run) या लौटाएँ (secretariat upgrade rollback)।",
  en: "The upgrade from {from} to {to} is not finished. First finish it (secretariat upgrade run) or undo it (secretariat upgrade rollback).",
});
const goesOn = words({
  hi: "{from} से {to} का उन्नयन “{state}” से आगे बढ़ता है",
  en: "The upgrade from {from} to {to} goes on from “{state}”",
});

async function beginOrResume(machine: UpgradeMachine, wish: UpgradeWish): Promise<UpgradeJournal> {
  const { bundle } = wish;
  const known = await machine.journal.read();
  if (isUnfinished(known)) {
    if (bundle !== undefined && bundle !== known.bundle) {
      throw new Halt(exit.notPermittedHere, otherUpgrade, { from: known.from, to: known.to });
    }
    machine.say(filled(goesOn, { from: known.from, to: known.to, state: known.state ?? "–" }));
    return known;
  }
  if (bundle === undefined) {
    throw new Halt(exit.usage, whichBundle);
  }
  const { from, to } = await makePlan(machine, bundle);
  return reach("verified", { from, to, bundle, reached: [] }, { machine, wish });
}

async function reach(state: State, before: UpgradeJournal, run: Run): Promise<UpgradeJournal> {
  const started = performance.now();
  const learnt = await work(state, before, run);
  const at = run.machine.now().toISOString();
  const journal = { ...before, ...learnt, state, reached: [...before.reached, { state, at }] };
  await run.machine.journal.write(journal);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  run.machine.say(filled(stateReached, { state, seconds }));
  return journal;
}

const stateReached = words({ hi: "✓ {state} ({seconds} से.)", en: "✓ {state} ({seconds} s)" });

const nothingTouched = words({
  hi: "उन्नयन रुका, चालू संस्करण ज्यों का त्यों है: {reason}। कारण ठीक करके वही आदेश फिर चलाएँ।",
  en: "The upgrade stopped; the release that runs was not touched: {reason}. Mend the cause and run the same command again.",
});

/** Before the link moved people noticed nothing, and it may be tried again; afterwards the old release comes back. */
async function fail(
  error: unknown,
  journal: UpgradeJournal,
  machine: UpgradeMachine,
): Promise<ExitCode> {
  const kept = (await machine.journal.read()) ?? journal;
  if (kept.isSwitching === true || touchesPeople(kept.state)) {
    return putBack(machine, { journal: kept, failure: failureOf(error) });
  }
  if (error instanceof Halt) {
    throw error;
  }
  throw new Halt(exit.interrupted, nothingTouched, { reason: reasonOf(error) });
}
