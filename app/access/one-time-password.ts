import { randomInt } from "node:crypto";

/** No letters and digits that are mistaken for one another on paper. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Four groups of four: seventy-nine bits, readable from a printed list. */
export function oneTimePassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
