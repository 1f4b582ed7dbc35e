/** What is tried first, without digits and signs at the ends: long ones are these, repeated or joined. */
const common = [
  "password",
  "passw0rd",
  "welcome",
  "qwerty",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "letmein",
  "admin",
  "administrator",
  "iloveyou",
  "chhattisgarh",
  "mantralaya",
  "raipur",
  "secretariat",
  "india",
  "bharat",
  "jaihind",
  "government",
  "changeme",
  "abcdefghijklmnopqrstuvwxyz",
];

/** Whether nothing is left of the password once digits, signs and the words tried first are taken away. */
export function isCommon(password: string): boolean {
  const letters = password.toLowerCase().replace(/[^\p{L}]/gu, "");
  const rest = common.reduce((left, word) => left.replaceAll(word, ""), letters);
  return rest.length === 0 || new Set(password).size < 5;
}
