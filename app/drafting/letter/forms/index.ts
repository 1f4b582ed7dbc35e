import type { LetterForm } from "../form.ts";
import type { LetterFormName } from "../letter.ts";
import { circular } from "./circular.ts";
import { demiOfficialLetter } from "./do-letter.ts";
import { officialLetter } from "./letter.ts";
import { officeMemorandum } from "./office-memorandum.ts";
import { order } from "./order.ts";
import { unofficialNote } from "./uo-note.ts";

export const forms: Readonly<Record<LetterFormName, LetterForm>> = {
  letter: officialLetter,
  do_letter: demiOfficialLetter,
  office_memorandum: officeMemorandum,
  order,
  circular,
  uo_note: unofficialNote,
};
