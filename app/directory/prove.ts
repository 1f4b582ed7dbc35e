import { ResultCodeError, type Client } from "ldapts";
import { accountOf, identityOf, type Account, type Door } from "../access/index.ts";
import { now, Refusal, today, unavailable, words } from "../base/index.ts";
import { askDirectory } from "./ask.ts";
import { byLogin, bySubject, findPerson } from "./find-person.ts";
import { claimOf, closingOf, isLocked, type Closing, type Person } from "./person.ts";
import { recordRefusal } from "./record-refusal.ts";
import { directory as directoryHere, issuerOf, type Directory } from "./settings.ts";

/** Accounts of the directory come in here: found by the service account, then bound with what was typed. */
export const directoryDoor: Door = {
  name: "directory",
  serves: ({ door }) => door === "directory",
  proves,
};

/**
 * Whether the directory takes the password. An empty one is never sent: many servers take it for a bind of
 * nobody and say yes. While the account rests or is disabled here, nobody guesses against the directory.
 */
async function proves(account: Account | undefined, given: string): Promise<boolean> {
  if (!account || given === "" || account.disabledAt || isResting(account)) {
    return false;
  }
  const directory = directoryHere();
  if (!directory) {
    throw unavailable(
      words("The directory does not answer just now. Wait a few minutes and try again."),
    );
  }
  const asked = await ask(directory, account, given);
  if (!asked) {
    return false;
  }
  const { person, answer } = asked;
  if (answer !== "yes") {
    await refuseLocked(account, answer === "locked" || isLocked(person, directory, now()));
    return false;
  }
  await refuseClosed(account, closingOf(person, today(now())));
  await refuseOther(account, person, directory);
  return true;
}

function isResting({ lockedUntil }: Account): boolean {
  return lockedUntil !== null && lockedUntil > now();
}

/** Known once, somebody is found by what never changes, whatever his login or place in the tree is now. */
async function ask(directory: Directory, account: Account, given: string) {
  const identity = await identityOf(account.id, issuerOf(directory));
  const filter = identity
    ? bySubject(directory, identity.subject)
    : byLogin(directory, account.login);
  return askDirectory(directory, async (session) => {
    const person = await findPerson(session, directory, filter);
    return person && { person, answer: await bindAs(session.client, person.dn, given) };
  });
}

/** 49: wrong. 19 and 53: some servers say so of an account they have shut. */
const answers = new Map([
  [49, "no"],
  [19, "locked"],
  [53, "locked"],
] as const);

async function bindAs(client: Client, dn: string, password: string) {
  try {
    await client.bind(dn, password);
    return "yes";
  } catch (error) {
    const answer = error instanceof ResultCodeError ? answers.get(error.code as 49) : undefined;
    if (answer === undefined) {
      throw error;
    }
    return answer;
  }
}

async function refuseLocked(account: Account, locked: boolean): Promise<void> {
  if (locked) {
    await recordRefusal(account, "locked");
    throw new Refusal(403, "locked", { words: sentences.locked });
  }
}

async function refuseClosed(account: Account, closing: Closing | undefined): Promise<void> {
  if (closing) {
    await recordRefusal(account, closing);
    throw new Refusal(403, "closed", { words: sentences[closing] });
  }
}

/** The person is proved; whether this account is his is not the directory's to say. */
async function refuseOther(account: Account, person: Person, directory: Directory): Promise<void> {
  const own = await accountOf(claimOf(person, directory));
  if (own?.id !== account.id) {
    await recordRefusal(account, "not-linked");
    throw new Refusal(403, "not-linked", { words: sentences["not-linked"] });
  }
}

const sentences = {
  locked: words(
    "Your account in the directory is locked. Ask those who keep the directory to open it.",
  ),
  inactive: words("Your account in the directory is not active. Ask those who keep the directory."),
  retired: words("According to the directory your service has ended."),
  expired: words("Your account in the directory has run out. Ask those who keep the directory."),
  "not-linked": words(
    "The directory knows you, but this account is not linked to you yet. An administrator must decide.",
  ),
} as const;
