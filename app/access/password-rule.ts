import { invalid, now, row, today } from "../base/index.ts";
import { isCommon } from "./common-passwords.ts";

const usualMinimum = 15;
const lowestMinimum = 8;
const longest = 128;

/** How many characters a password needs: fifteen unless the administrators ordered otherwise. */
export async function passwordMinimum(): Promise<number> {
  const ordered = await row<{ value: number }>(
    `select value from parameters
     where name = 'access.password-minimum' and unit_id is null and from_on <= $day
     order by from_on desc, created_at desc limit 1`,
    { day: today(now()) },
  );
  return Math.max(lowestMinimum, Number(ordered?.value ?? usualMinimum));
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
