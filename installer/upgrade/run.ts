import { exit, type ExitCode } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { filled, inLanguage, words, type Words } from "../words.ts";
import { isUnfinished, type UpgradeJournal } from "./journal.ts";
import { makePlan } from "./plan.ts";
import { putBack } from "./put-back.ts";
import { statesOf, touchesPeople, type State } from "./states.ts";
import type { UpgradeMachine } from "./upgrade-machine.ts";
import { judgeRelease } from "./verdict.ts";

/** Why an upgrade is done without a backup: written down, because it is nobody's right by itself. */
export interface UpgradeWish {
  readonly bundle?: string;
  readonly withoutBackup?: string;
}

/** Takes a server from one release to another, state by state; run again after a kill it goes on where it was. */
export async function runUpgrade(machine: UpgradeMachine, wish: UpgradeWish): Promise<ExitCode> {
  const journal = await beginOrResume(machine, wish);
  if (journal.failure !== undefined) {
    return putBack(machine, { journal, failure: journal.failure }); // killed while it was being put back
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

interface Run {
  readonly machine: UpgradeMachine;
  readonly wish: UpgradeWish;
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

type Learnt = Partial<UpgradeJournal>;

/** The work that ends in a state. Each can be done again: a kill may come after the work and before the journal. */
async function work(
  state: State,
  journal: UpgradeJournal,
  { machine, wish }: Run,
): Promise<Learnt> {
  switch (state) {
    case "preflighted":
      return refuseUnready(machine, journal);
    case "backed_up":
      return backUp(machine, journal, wish);
    case "staged":
      await machine.stage(journal.bundle);
      return {};
    case "expanded":
      await machine.expand(journal.to);
      return {};
    case "checked":
      await machine.rollWorkers();
      return refuseAiling(machine);
    case "verified": // judged when it was planned; every byte is judged again when it is laid down
    case "current":
    case "rolled_back":
      return {};
    default:
      return rollOne(machine, journal, Number(state.slice("rolled(".length, -1)));
  }
}

const unready = words({
  hi: "सर्वर उन्नयन के लिए तैयार नहीं है: {reason} देखें: secretariat preflight",
  en: "The server is not ready for an upgrade: {reason} See: secretariat preflight",
});

/** A sentence of both languages within another. */
function inBoth(sentence: Words, reason: Words): Words {
  return {
    hi: inLanguage(sentence, "hi", { reason: reason.hi }),
    en: inLanguage(sentence, "en", { reason: reason.en }),
  };
}

async function refuseUnready(machine: UpgradeMachine, { bundle }: UpgradeJournal): Promise<Learnt> {
  const [fault] = await machine.preflight(bundle);
  if (fault) {
    throw new Halt(exit.preflightFailed, inBoth(unready, fault));
  }
  return {};
}

const notBackedUp = words({
  hi: "उन्नयन से पहले का बैकअप नहीं बना: {reason}",
  en: "The backup before the upgrade was not made: {reason}",
});
const withoutBackup = words({
  hi: "बैकअप के बिना, कारण: {reason}",
  en: "Without a backup, because: {reason}",
});

/** Without a way back nothing begins; leaving it out is said aloud and kept in the journal. */
async function backUp(
  machine: UpgradeMachine,
  { to }: UpgradeJournal,
  wish: UpgradeWish,
): Promise<Learnt> {
  if (wish.withoutBackup !== undefined) {
    machine.say(filled(withoutBackup, { reason: wish.withoutBackup }));
    return { restorePoint: `none: ${wish.withoutBackup}` };
  }
  const stamp = machine
    .now()
    .toISOString()
    .replace(/[-:]|\.\d+/g, "");
  const restorePoint = `before-${to}-${stamp}`; // a name that comes twice would lead back to its first time
  try {
    await machine.backUp(restorePoint);
  } catch (error) {
    throw new Halt(exit.backupFailed, notBackedUp, { reason: reasonOf(error) });
  }
  return { restorePoint };
}

/** The link moves once, before the first process starts again. */
async function rollOne(
  machine: UpgradeMachine,
  journal: UpgradeJournal,
  process: number,
): Promise<Learnt> {
  const switching = { ...journal, isSwitching: true };
  if (journal.isSwitching !== true) {
    await machine.journal.write(switching);
  }
  if ((await machine.installed()) !== journal.to) {
    await machine.use(journal.to);
  }
  await machine.roll(process);
  return { isSwitching: true };
}

/** The new release was watched and found wanting. */
class Ailing extends Error {
  readonly words: Words;

  constructor(said: Words) {
    super(said.en);
    this.words = said;
  }
}

async function refuseAiling(machine: UpgradeMachine): Promise<Learnt> {
  const ailing = await judgeRelease(machine);
  if (ailing) {
    throw new Ailing(ailing);
  }
  return {};
}

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
    return putBack(machine, { journal: kept, failure: reasonOf(error) });
  }
  if (error instanceof Halt) {
    throw error;
  }
  throw new Halt(exit.interrupted, nothingTouched, { reason: reasonOf(error) });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
