import { putToDecision } from "../../access/index.ts";
import { log, now, orderedValue, transaction, type Actor } from "../../base/index.ts";
import { claimOf, type Person } from "../person.ts";
import { readPeople, type Reading } from "../read-people.ts";
import { issuerOf, type Directory } from "../settings.ts";
import { apply } from "./apply.ts";
import { compare } from "./compare.ts";
import { countsOf, isPossible, type Difference } from "./difference.ts";
import { knownPeople } from "./known-people.ts";
import { lockSync, writeRun } from "./sync-run.ts";

/** Never fewer than this many may be dismissed by a machine at once, and never more than one in so many. */
const fewestHeld = 10;
const oneIn = 20;

/**
 * Reads the directory and dismisses whom it has let go. Everything else waits for an administrator, unless the
 * parameter `directory.take-over` says `automatic`; whoever is merely missing from it always waits.
 */
export async function synchronise(actor: Actor, directory: Directory): Promise<void> {
  const at = now();
  const reading = await readOrTell(actor, directory, at);
  if (!reading) {
    return;
  }
  await transaction(async () => {
    await lockSync();
    const differences = await compare(directory, reading.people);
    const { size } = await knownPeople(issuerOf(directory));
    const isHeld = inactive(differences).length > Math.max(fewestHeld, Math.ceil(size / oneIn));
    const chosen = isHeld ? [] : await automatic(differences);
    await apply(actor, chosen, directory);
    await writeRun(actor, {
      at,
      server: reading.server,
      people: reading.people.length,
      counts: countsOf(differences.filter((one) => !chosen.includes(one))),
      outcome: isHeld ? "held" : "read",
      applied: chosen.length,
    });
    await queueConflicts(actor, differences, { directory, people: reading.people });
  });
}

/** A directory that does not answer changes nothing; that it did not is kept. */
async function readOrTell(
  actor: Actor,
  directory: Directory,
  at: Date,
): Promise<Reading | undefined> {
  try {
    return await readPeople(directory);
  } catch (error) {
    log.warn({ err: error }, "The directory could not be read");
    const nothing = { server: null, people: 0, counts: {}, applied: 0 };
    await transaction(() => writeRun(actor, { at, ...nothing, outcome: "failed" }));
    return undefined;
  }
}

async function automatic(differences: readonly Difference[]): Promise<readonly Difference[]> {
  if ((await orderedValue("directory.take-over")) !== "automatic") {
    return inactive(differences);
  }
  return differences.filter((one) => one.kind !== "gone" && isPossible(one));
}

function inactive(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ kind }) => kind === "inactive");
}

/** Whom code and e-mail do not agree upon lies with an administrator from now on. */
async function queueConflicts(
  actor: Actor,
  differences: readonly Difference[],
  { directory, people }: { readonly directory: Directory; readonly people: readonly Person[] },
): Promise<void> {
  const bySubject = new Map(people.map((person) => [person.subject, person]));
  for (const { conflict, subject } of differences) {
    const person = bySubject.get(subject);
    if (person && queued.has(conflict)) {
      await putToDecision(actor, claimOf(person, directory));
    }
  }
}

/** Doubts that are about one entry and one decision settles. */
const queued: ReadonlySet<Difference["conflict"]> = new Set([
  "code-only",
  "email-only",
  "disagree",
  "linked-already",
]);
