export { letterForms } from "./letter.ts";
export type {
  Addressee,
  CopyTo,
  Letter,
  LetterFormName,
  Letterhead,
  LetterQr,
  Signatory,
  SignatureMark,
} from "./letter.ts";
export { renderLetter } from "./render-letter.ts";
