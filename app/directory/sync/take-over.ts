import { conflict, now, transaction, type Actor } from "../../base/index.ts";
import { organisationPolicy } from "../../organisation/index.ts";
import { readPeople } from "../read-people.ts";
import type { Directory } from "../settings.ts";
import { apply } from "./apply.ts";
import { compare } from "./compare.ts";
import {
  countsOf,
  fingerprintOf,
  isPossible,
  type Difference,
  type TakenOverKind,
} from "./difference.ts";
import { lockSync, writeRun } from "./sync-run.ts";

/** As many as a browser waits for; the rest stays in the preview. */
const mostAtOnce = 2_000;

export interface TakeOver {
  readonly kind: TakenOverKind;
  /** The fingerprint of what was shown. */
  readonly seen: string;
  /** Whom to take over; everybody of the kind where none is named. */
  readonly subjects: readonly string[];
}

/** Does what the preview showed, all of it or nothing; the directory is read and compared again first. */
export async function takeOver(
  actor: Actor,
  directory: Directory,
  { kind, seen, subjects }: TakeOver,
): Promise<{ readonly id: string; readonly done: number }> {
  organisationPolicy.authorize(actor, "administer", { postId: "" });
  const at = now();
  const { people, server } = await readPeople(directory);
  return transaction(async () => {
    await lockSync();
    const differences = await compare(directory, people);
    const shown = differences.filter((one) => one.kind === kind);
    if (fingerprintOf(shown) !== seen) {
      throw conflict("The directory or the office has changed since you looked. Look again.");
    }
    const chosen = choose(shown, subjects);
    await apply(actor, chosen, directory);
    const counts = countsOf(differences.filter((one) => !chosen.includes(one)));
    const applied = chosen.length;
    const run = {
      at,
      server,
      people: people.length,
      counts,
      applied,
      outcome: "taken-over",
    } as const;
    return { id: await writeRun(actor, run), done: applied };
  });
}

function choose(shown: readonly Difference[], subjects: readonly string[]): Difference[] {
  const named = new Set(subjects);
  const wanted = shown.filter(({ subject }) => named.size === 0 || named.has(subject));
  if (named.size > 0 && wanted.length < named.size) {
    throw conflict("The directory or the office has changed since you looked. Look again.");
  }
  const possible = wanted.filter(isPossible);
  if (named.size > 0 && possible.length < wanted.length) {
    throw conflict("Somebody you chose cannot be taken over yet: see what is missing.");
  }
  if (possible.length === 0) {
    throw conflict("There is nobody to take over.");
  }
  return possible.slice(0, mostAtOnce);
}
