import { words } from "../../base/index.ts";
import { columnOfKey, importColumns } from "./columns.ts";
import { mistake, type Mistake } from "./mistake.ts";
import { readDay } from "./read-day.ts";
import type { MasterRow } from "./read-sheet.ts";
import type { Cell } from "./sheet.ts";

/** The values of one row that could be understood, and what could not. */
export interface ReadRow {
  readonly number: number;
  readonly values: Readonly<Record<string, string>>;
  readonly mistakes: readonly Mistake[];
}

/** Understands each cell on its own; what rows mean together is judged later. */
export function readCells(row: MasterRow): ReadRow {
  const values: Record<string, string> = {};
  const mistakes: Mistake[] = [];
  for (const { key, mandatory } of importColumns) {
    const cell = row.cells[key];
    const read = cell === undefined ? blank(key, mandatory ?? false) : readCell(key, cell);
    if (typeof read === "string") {
      values[key] = read;
    } else if (read) {
      mistakes.push(read);
    }
  }
  return { number: row.number, values, mistakes };
}

function blank(key: string, mandatory: boolean): Mistake | undefined {
  return mandatory ? mistake(key, words("Fill this in.")) : undefined;
}

function readCell(key: string, cell: Cell): string | Mistake {
  if (typeof cell !== "string") {
    return cell.fault === "formula"
      ? mistake(key, words("This cell holds a formula. Paste the value instead."))
      : mistake(key, words("This cell holds an error of the spreadsheet."));
  }
  const text = cell.replace(/[०-९]/g, asciiDigit).replace(/\s+/gu, " ");
  if (/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text)) {
    return mistake(key, words("Remove the characters that cannot be printed."));
  }
  if (text.length > 200) {
    return mistake(key, words("Write {maximum} characters or fewer."), { maximum: 200 });
  }
  return readerOf(key)(key, text);
}

function asciiDigit(digit: string): string {
  return String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0x966 + 0x30);
}

type Reader = (key: string, text: string) => string | Mistake;

function readerOf(key: string): Reader {
  return columnOfKey(key)?.isDetail ? keepText : (readers[key] ?? keepText);
}

const keepText: Reader = (_key, text) => text;

const code: Reader = (key, text) =>
  /^[\p{L}\p{N}/._-]{1,30}$/u.test(text)
    ? text
    : mistake(key, words("An employee code has up to 30 letters and digits, no spaces."));

const dayReader: Reader = (key, text) =>
  readDay(text) ?? mistake(key, words("Write the date as dd.mm.yyyy."));

const email: Reader = (key, text) =>
  /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
    ? text.toLowerCase()
    : mistake(key, words("This is not an e-mail address."));

const mobile: Reader = (key, text) => {
  const digits = text.replace(/[\s()-]/g, "").replace(/^(\+91|0091|0)(?=\d{10}$)/, "");
  return /^[6-9]\d{9}$/.test(digits)
    ? digits
    : mistake(key, words("A mobile number has ten digits and begins with 6, 7, 8 or 9."));
};

const hindiName: Reader = (key, text) =>
  /\p{Script=Devanagari}/u.test(text)
    ? text
    : mistake(
        key,
        words(
          "Write this in Unicode Hindi. Text of an old font such as Kruti Dev must be converted.",
        ),
      );

/** One of several values, each known by several words in either language. */
function choice(known: Readonly<Record<string, readonly string[]>>): Reader {
  const byWord = new Map(
    Object.entries(known).flatMap(([value, others]) =>
      [value, ...others].map((word) => [plain(word), value]),
    ),
  );
  const offered = Object.entries(known)
    .map(([value, [hindi]]) => (hindi ? `${value} (${hindi})` : value))
    .join(", ");
  return (key, text) =>
    byWord.get(plain(text)) ?? mistake(key, words("Write one of: {values}."), { values: offered });
}

function plain(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/[.\s]/g, "");
}

const readers: Readonly<Record<string, Reader>> = {
  code,
  reportsTo: code,
  bornOn: dayReader,
  joinedOn: dayReader,
  postedOn: dayReader,
  email,
  mobile,
  nameHi: hindiName,
  salutation: choice({
    Shri: ["श्री", "Mr", "Sri", "Sh"],
    Smt: ["श्रीमती", "Mrs", "Shrimati"],
    Sushri: ["सुश्री", "Ms"],
    Kumari: ["कुमारी", "Ku", "कु"],
    Dr: ["डॉ", "डा", "Doctor"],
  }),
  gender: choice({
    male: ["पुरुष", "M", "पु"],
    female: ["महिला", "F", "स्त्री", "म"],
    other: ["अन्य", "O", "Transgender", "तृतीय लिंग"],
  }),
  language: choice({ hi: ["हिन्दी", "हिंदी", "Hindi"], en: ["अंग्रेज़ी", "अंग्रेजी", "English"] }),
  posting: choice({
    substantive: ["नियमित", "Regular", "मूल", "Contract", "संविदा"],
    additional: ["अतिरिक्त प्रभार", "Additional charge"],
  }),
};
