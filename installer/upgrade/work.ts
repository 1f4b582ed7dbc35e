import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { filled, inLanguage, words, type Words } from "../words.ts";
import type { UpgradeJournal } from "./journal.ts";
import { NotBelieved, reasonOf } from "./not-believed.ts";
import type { State } from "./states.ts";
import type { UpgradeMachine } from "./upgrade-machine.ts";
import { judgeRelease } from "./verdict.ts";

/** Why an upgrade is done without a backup: written down, because it is nobody's right by itself. */
export interface UpgradeWish {
  readonly bundle?: string;
  readonly withoutBackup?: string;
}

export interface Run {
  readonly machine: UpgradeMachine;
  readonly wish: UpgradeWish;
}

type Learnt = Partial<UpgradeJournal>;

/** The work that ends in a state. Each can be done again: a kill may come after the work and before the journal. */
export async function work(
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
      return refuseAiling(machine, journal);
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

/**
 * The link moves before the first process starts again. A kill may come between it and the units and settings that go
 * with it: so long as that process has not, all of it is done again.
 */
async function rollOne(
  machine: UpgradeMachine,
  journal: UpgradeJournal,
  process: number,
): Promise<Learnt> {
  const usual = journal.usual ?? (await machine.figures());
  if (journal.isSwitching !== true) {
    await machine.journal.write({ ...journal, isSwitching: true, usual });
  }
  if (process === 1) {
    await machine.use(journal.to);
  }
  await machine.roll(process);
  return { isSwitching: true, usual };
}

/** The new release is watched for a while before it is believed. */
async function refuseAiling(machine: UpgradeMachine, journal: UpgradeJournal): Promise<Learnt> {
  const ailing = await judgeRelease(machine, journal.usual);
  if (ailing) {
    throw new NotBelieved(ailing);
  }
  return {};
}
