import { row, words, type FieldError } from "../base/index.ts";
import { mobileIndex } from "./private-particulars.ts";

const youngest = 18;
const oldest = 62;

interface Particulars {
  readonly bornOn: string;
  readonly joinedOn: string;
}

/** What the service rules say against these dates, as of this day. */
export function mistakesOfDates({ bornOn, joinedOn }: Particulars, day: string): FieldError[] {
  const age = yearsBetween(bornOn, day);
  const mistakes: FieldError[] = [];
  if (age < youngest) {
    mistakes.push({ field: "bornOn", words: words("The person is younger than 18.") });
  }
  if (age > oldest) {
    mistakes.push({ field: "bornOn", words: words("The person is older than 62.") });
  }
  if (yearsBetween(bornOn, joinedOn) < youngest) {
    mistakes.push({
      field: "joinedOn",
      words: words("Service cannot begin before the 18th birthday."),
    });
  }
  return mistakes;
}

/** Whole years from one day to another, both as yyyy-mm-dd. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

interface Unique {
  readonly code: string;
  readonly email: string;
  readonly mobile: string;
}

/** Which of code, e-mail and mobile belong to somebody else already. */
export async function mistakesOfUniqueness(
  given: Unique,
  exceptId?: string,
): Promise<FieldError[]> {
  const used = await row<{ code: boolean; email: boolean; mobile: boolean }>(findUsed, {
    code: given.code,
    email: given.email,
    mobileIndex: mobileIndex(given.mobile),
    except: exceptId ?? null,
  });
  return [
    ...(used?.code
      ? [{ field: "code", words: words("Another employee has this employee code.") }]
      : []),
    ...(used?.email ? [{ field: "email", words: words("Another employee has this e-mail.") }] : []),
    ...(used?.mobile
      ? [{ field: "mobile", words: words("Another employee has this mobile number.") }]
      : []),
  ];
}

const findUsed = `
  select coalesce(bool_or(code = $code), false) as code,
    coalesce(bool_or(lower(email) = lower($email)), false) as email,
    coalesce(bool_or(mobile_index = $mobileIndex), false) as mobile
  from employees where id is distinct from $except::uuid
    and (code = $code or lower(email) = lower($email) or mobile_index = $mobileIndex)`;
