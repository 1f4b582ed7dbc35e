import { exit, type ExitCode } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { filled, words, type Words } from "../words.ts";
import type { UpgradeJournal } from "./journal.ts";
import { reasonOf } from "./not-believed.ts";
import type { UpgradeMachine } from "./upgrade-machine.ts";

interface PutBack {
  readonly journal: UpgradeJournal;
  readonly failure: Words;
}

const putBackWords = words({
  hi: "संस्करण {from} फिर चालू है ({seconds} से.)। कारण: {failure}",
  en: "Release {from} runs again ({seconds} s). Because: {failure}",
});
const couldNot = words({
  hi: "संस्करण {from} फिर चालू नहीं हो सका: {reason}। कार्यक्रम-अभिलेख देखें: journalctl -u 'secretariat-web@*'; पूर्ण पुनर्स्थापना: secretariat restore plan",
  en: "Release {from} could not be brought back: {reason}. Look at: journalctl -u 'secretariat-web@*'; for a whole restore: secretariat restore plan",
});

/** The old release again: a link and a restart of each process. Rows stay as they are; it knows the schema. */
export async function putBack(
  machine: UpgradeMachine,
  { journal, failure }: PutBack,
): Promise<ExitCode> {
  const started = performance.now();
  await machine.journal.write({ ...journal, failure: failure.en });
  const [reason] = await bringBack(machine, journal.from);
  if (reason !== undefined) {
    machine.say(filled(couldNot, { from: journal.from, reason }));
    return exit.rollbackFailed;
  }
  const at = machine.now().toISOString();
  const reached = [...journal.reached, { state: "rolled_back" as const, at }];
  await machine.journal.write({ ...journal, state: "rolled_back", failure: failure.en, reached });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  machine.say(filled(putBackWords, { from: journal.from, seconds, failure }));
  return exit.rolledBack;
}

/** Neither settings that cannot be written nor a process that does not start keeps the rest from coming back. */
async function bringBack(machine: UpgradeMachine, version: string): Promise<readonly string[]> {
  const failures: string[] = [];
  const note = (error: unknown): void => void failures.push(reasonOf(error));
  await machine.use(version).catch(note);
  for (let process = 1; process <= machine.webProcesses; process += 1) {
    await machine.roll(process).catch(note);
  }
  await machine.rollWorkers().catch(note);
  return failures;
}

const nothingToUndo = words({
  hi: "लौटाने के लिए कोई उन्नयन नहीं है।",
  en: "There is no upgrade to undo.",
});
const isFinal = words({
  hi: "संस्करण {to} पक्का कर दिया गया है; {from} अब नहीं है। पुरानी स्थिति के लिए: secretariat restore plan",
  en: "Release {to} was settled; {from} is gone. For the state before: secretariat restore plan",
});
const badKey = words({
  hi: "संस्करण {from} site.yml की कुंजी {key} नहीं मानता: {reason} वह पंक्ति हटाएँ और वही आदेश फिर चलाएँ।",
  en: "Release {from} does not take the key {key} of site.yml: {reason} Take that line out and run the same command again.",
});
const gone = words({
  hi: "संस्करण {from} की फ़ाइलें नहीं मिलीं।",
  en: "The files of release {from} are not there.",
});

/** Undoes the last upgrade by order, at any time until it was settled. */
export async function undoUpgrade(machine: UpgradeMachine, because: string): Promise<ExitCode> {
  const journal = await machine.journal.read();
  if (!journal || journal.state === "rolled_back") {
    throw new Halt(exit.nothingToDo, nothingToUndo);
  }
  const { from, to } = journal;
  const failure = { hi: because, en: because };
  if (journal.isFinal === true) {
    throw new Halt(exit.notPermittedHere, isFinal, { from, to });
  }
  if (!(await machine.isStaged(from))) {
    throw new Halt(exit.rollbackFailed, gone, { from });
  }
  if (journal.isSwitching !== true) {
    return abandon(machine, { journal, failure });
  }
  const [change] = await machine.configurationChanges({ version: from });
  if (change) {
    throw new Halt(exit.preflightFailed, badKey, { from, ...change });
  }
  const code = await putBack(machine, { journal, failure });
  return code === exit.rolledBack ? exit.ok : code;
}

const abandoned = words({
  hi: "{to} का अधूरा उन्नयन छोड़ दिया गया; {from} चलता रहा।",
  en: "The unfinished upgrade to {to} was given up; {from} ran all the while.",
});

/** The new release never ran: only the journal has to say that it will not. */
async function abandon(machine: UpgradeMachine, { journal, failure }: PutBack): Promise<ExitCode> {
  const { from, to } = journal;
  await machine.journal.write({ ...journal, state: "rolled_back", failure: failure.en });
  machine.say(filled(abandoned, { from, to }));
  return exit.ok;
}

/**
 * Says that the new release stays: every other one is removed, such as those that were not believed, and the next
 * upgrade may drop what they needed.
 */
export async function settleUpgrade(machine: UpgradeMachine): Promise<ExitCode> {
  const journal = await machine.journal.read();
  const others = (await machine.releases()).filter((version) => version !== journal?.to);
  const isDone = journal?.isFinal === true && others.length === 0;
  if (journal?.state !== "current" || journal.failure !== undefined || isDone) {
    throw new Halt(exit.nothingToDo, nothingToSettle);
  }
  await machine.journal.write({ ...journal, isFinal: true });
  for (const version of others) {
    await machine.remove(version);
  }
  machine.say(filled(settled, { from: journal.from, to: journal.to }));
  return exit.ok;
}

const nothingToSettle = words({
  hi: "पक्का करने के लिए कोई पूरा उन्नयन नहीं है।",
  en: "There is no finished upgrade to settle.",
});
const settled = words({
  hi: "संस्करण {to} पक्का हुआ; {from} हटाया गया।",
  en: "Release {to} is settled; {from} was removed.",
});
