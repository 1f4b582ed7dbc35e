import { invalidFields, words, type FieldError } from "../base/index.ts";
import { isEmpty } from "../writing/index.ts";
import type { DraftedLetter } from "./drafted-letter.ts";

/** Refuses to approve what could not go out, each lack by its field. */
export function checkComplete(letter: DraftedLetter): void {
  const lacks: FieldError[] = [];
  if (isEmpty(letter.body)) {
    lacks.push({ field: "body", words: words("Write the text first.") });
  }
  if (letter.signatoryPostId === undefined) {
    lacks.push({ field: "signatoryPostId", words: words("Choose who signs.") });
  }
  if (letter.to.length === 0 && letter.form !== "order" && letter.form !== "circular") {
    lacks.push({ field: "to", words: words("Say whom the letter is for.") });
  }
  if (letter.inGovernorsName && letter.form !== "order") {
    lacks.push({
      field: "inGovernorsName",
      words: words("Only orders are made in the name of the Governor."),
    });
  }
  if (lacks.length > 0) {
    throw invalidFields(lacks);
  }
}
