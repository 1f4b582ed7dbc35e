import { invalid, orderedValue } from "../base/index.ts";
import { isCommon } from "./common-passwords.ts";

const usualMinimum = 15;
const lowestMinimum = 8;
const longest = 128;

/** How many characters a password needs: fifteen unless the administrators ordered otherwise. */
export async function passwordMinimum(): Promise<number> {
  const ordered = await orderedValue("access.password-minimum");
  return Math.max(lowestMinimum, Number(ordered ?? usualMinimum));
}

interface Proposal {
  readonly password: string;
  readonly login: string;
}

/** Refuses a password that is short, well known, or made of the login. Signs and digits are nobody's business. */
export async function refuseWeak({ password, login }: Proposal): Promise<void> {
  const minimum = await passwordMinimum();
  if (password.normalize("NFKC").length < minimum) {
    throw invalid(
      "password",
      "Use at least {minimum} characters. Several words make a good password.",
      {
        minimum,
      },
    );
  }
  if (password.length > longest) {
    throw invalid("password", "Write {maximum} characters or fewer.", { maximum: longest });
  }
  if (isCommon(password)) {
    throw invalid("password", "This password is on the list of those tried first. Choose another.");
  }
  if (password.toLowerCase().replace(/\s/g, "").includes(login.toLowerCase())) {
    throw invalid("password", "The password must not contain the login.");
  }
}
