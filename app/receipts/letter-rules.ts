import {
  invalidFields,
  may,
  now,
  today,
  words,
  type Actor,
  type FieldError,
} from "../base/index.ts";
import type { LetterInput } from "./input.ts";

const isRegistry = may("enter-unopened");

/** The registry enters a confidential cover unopened: how it came is all it can know. */
export function mayStaySealed(actor: Actor, letter: LetterInput): boolean {
  return (
    letter.classification === "confidential" && isRegistry(actor) && letter.subject === undefined
  );
}

/** Refuses what cannot be true or is not enough, all at once, each by its field. */
export function checkLetter(
  letter: LetterInput,
  { sealed, documents, electronic }: { sealed: boolean; documents: number; electronic: boolean },
): void {
  const mistakes = [
    ...(sealed ? [] : missingFields(letter)),
    ...(sealed || !electronic || documents > 0 ? [] : [noDocument]),
    ...wrongDates(letter),
    ...unmatched(letter),
  ];
  if (mistakes.length > 0) {
    throw invalidFields(mistakes);
  }
}

const needed = [
  { field: "subject", words: words("Write the subject.") },
  { field: "mainCategory", words: words("Choose the main category.") },
  { field: "senderType", words: words("Choose the type of sender.") },
] as const;
const noDocument: FieldError = {
  field: "files",
  words: words("Add the scanned letter, or choose that it is kept on paper only."),
};

function missingFields(letter: LetterInput): FieldError[] {
  const missing: FieldError[] = needed.filter(({ field }) => letter[field] === undefined);
  if (letter.senderType !== "anonymous" && !hasSender(letter)) {
    missing.push({
      field: "senderName",
      words: words("Fill in the name, the designation or the organisation of the sender."),
    });
  }
  if (letter.letterOn === undefined && letter.letterNumber === undefined) {
    missing.push({
      field: "letterNumber",
      words: words("Fill in the number or the date of the letter."),
    });
  }
  return missing;
}

function hasSender(letter: LetterInput): boolean {
  return (letter.senderName ?? letter.senderDesignation ?? letter.senderOrganisation) !== undefined;
}

function wrongDates(letter: LetterInput): FieldError[] {
  const day = today(now());
  const receivedOn = letter.receivedOn ?? day;
  const wrong: FieldError[] = [];
  if (receivedOn > day) {
    wrong.push({ field: "receivedOn", words: words("This day is still to come.") });
  }
  if (letter.letterOn !== undefined && letter.letterOn > day) {
    wrong.push({ field: "letterOn", words: words("This day is still to come.") });
  } else if (letter.letterOn !== undefined && letter.letterOn > receivedOn) {
    wrong.push({
      field: "letterOn",
      words: words("The letter is dated after the day it was received."),
    });
  }
  if (letter.dueOn !== undefined && letter.dueOn < day) {
    wrong.push({ field: "dueOn", words: words("This day is already past.") });
  }
  return wrong;
}

function unmatched(letter: LetterInput): FieldError[] {
  const wrong: FieldError[] = [];
  if (letter.vipName !== undefined && letter.vipType === undefined) {
    wrong.push({ field: "vipType", words: words("Choose what kind of VIP it is.") });
  }
  if (letter.enclosuresFound > letter.enclosuresStated && letter.enclosureRemarks === undefined) {
    wrong.push({
      field: "enclosureRemarks",
      words: words("More enclosures came than the letter states. Say what they are."),
    });
  }
  return wrong;
}
