import type { Actor } from "../base/index.ts";
import type { DraftedLetter } from "./drafted-letter.ts";

/** A letter at the moment it is issued, inside the transaction that issues it. */
export interface Issue {
  readonly actor: Actor;
  readonly letterId: string;
  readonly unitId: string;
  readonly letter: DraftedLetter;
}

type Listener = (issue: Issue) => Promise<void>;

const listeners: Listener[] = [];

/** Lets a higher module do its part in the transaction that issues a letter. */
export function whenLetterIsIssued(listener: Listener): void {
  listeners.push(listener);
}

export async function announceIssue(issue: Issue): Promise<void> {
  for (const listener of listeners) {
    await listener(issue);
  }
}
