import { words } from "../base/index.ts";

/** What each field of a letter is called. */
export const fieldWords: Readonly<Record<string, string>> = {
  form: words("Form of communication"),
  language: words("Language of the letter"),
  marking: words("Marking"),
  place: words("Place"),
  to: words("To whom"),
  subject: words("Subject"),
  references: words("References"),
  salutation: words("Salutation"),
  body: words("Text of the letter"),
  enclosures: words("Enclosures"),
  copies: words("Copies to"),
  signatoryPostId: words("Signed by"),
  inGovernorsName: words("In the name of the Governor"),
};
