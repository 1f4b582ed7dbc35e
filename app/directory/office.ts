import { invalid, type Actor } from "../base/index.ts";
import type { Person } from "./person.ts";
import { readPart, type Part } from "./read-people.ts";
import { directory as directoryHere, isFilter, type Directory } from "./settings.ts";
import { apply } from "./sync/apply.ts";
import { compare } from "./sync/compare.ts";
import type { Difference } from "./sync/difference.ts";
import { lockSync } from "./sync/sync-run.ts";

/** What the directory says of the people of one office, and of everybody besides. */
export interface OfficeEntries {
  readonly directory: Directory;
  readonly people: readonly Person[];
  readonly everybody: readonly Person[];
}

/** Reads the entries of an office; refuses where its file names a place in the directory that cannot be meant. */
export async function readOffice(part: Part): Promise<OfficeEntries> {
  const directory = directoryHere();
  if (!directory) {
    throw invalid("directory", "No directory is set up here: directory.json is missing.");
  }
  if (!isWithin(part.base, directory.base)) {
    const { base: whole } = directory;
    throw invalid("directory.base", "It is not within the base of the directory, {whole}.", {
      whole,
    });
  }
  if (part.filter !== undefined && !isFilter(part.filter)) {
    throw invalid("directory.filter", "This is no filter of a directory.");
  }
  const read = await readPart(directory, part);
  if (read.people.length === 0) {
    throw invalid("directory", "The directory has nobody at this base and filter.");
  }
  return { directory, ...read };
}

/**
 * From now on those of these employees come in by the directory whom code and e-mail of an entry of their office point
 * to. Whoever is new, changed or doubtful there waits for an administrator like everybody else.
 */
export async function joinOffice(
  actor: Actor,
  { directory, people, everybody }: OfficeEntries,
  employeeIds: ReadonlySet<string>,
): Promise<readonly Difference[]> {
  await lockSync();
  const differences = await compare(directory, people, everybody);
  const chosen = differences.filter(
    ({ kind, employeeId }) => kind === "link" && employeeIds.has(employeeId ?? ""),
  );
  await apply(actor, chosen, directory);
  return chosen;
}

/** Names of entries tell neither capital letters apart nor spaces beside their signs. */
function isWithin(base: string, whole: string): boolean {
  const [below, above] = [partsOf(base), partsOf(whole)];
  const end = below.slice(-above.length);
  return below.every((part) => /^[^=]+=./.test(part)) && end.join() === above.join();
}

function partsOf(name: string): readonly string[] {
  return name.split(/(?<!\\),/).map((part) =>
    part
      .split("=")
      .map((one) => one.trim())
      .join("=")
      .toLowerCase(),
  );
}
