import type { RichNode } from "../../documents/pdf/index.ts";
import type { Language } from "../../base/index.ts";

export const letterForms = [
  "letter",
  "do_letter",
  "office_memorandum",
  "order",
  "circular",
  "uo_note",
] as const;
export type LetterFormName = (typeof letterForms)[number];

export interface Letterhead {
  readonly governmentHi: string;
  readonly governmentEn: string;
  readonly departmentHi: string;
  readonly departmentEn: string;
  readonly officeHi: string;
  readonly officeEn: string;
  readonly addressHi: string;
  readonly addressEn: string;
}

/** Written in the language of the letter. */
export interface Addressee {
  readonly name?: string;
  readonly designation?: string;
  readonly office?: string;
  readonly address?: readonly string[];
}

export interface CopyTo extends Addressee {
  /** Why this one gets a copy, where it is not the usual information and action. */
  readonly purpose?: string;
}

export interface Signatory {
  readonly nameHi: string;
  readonly nameEn: string;
  readonly designationHi: string;
  readonly designationEn: string;
  readonly departmentHi: string;
  readonly departmentEn: string;
  readonly phone?: string;
  readonly email?: string;
}

/** What stands in the box of a digital signature; it is drawn before the signature is applied. */
export interface SignatureMark {
  readonly at: Date;
  /** The serial of the certificate, so that a reader of the paper can ask for it. */
  readonly serial?: string;
}

export interface LetterQr {
  readonly text: string;
  readonly caption?: string;
}

/** Everything that a letter says, in one language. A missing number or date is left as dots. */
export interface Letter {
  readonly form: LetterFormName;
  readonly language: Language;
  readonly letterhead: Letterhead;
  readonly number?: string;
  /** yyyy-mm-dd */
  readonly date?: string;
  readonly place?: string;
  /** गोपनीय, अति तत्काल and the like, above the letterhead. */
  readonly marking?: string;
  readonly to: readonly Addressee[];
  readonly subject: string;
  readonly references: readonly string[];
  readonly salutation?: string;
  readonly body: RichNode;
  readonly signatory: Signatory;
  /** The formula of orders in the name of the Governor. */
  readonly inGovernorsName?: boolean;
  readonly signature?: SignatureMark;
  readonly enclosures: readonly string[];
  readonly copies: readonly CopyTo[];
  readonly endorsementNumber?: string;
  readonly qr?: LetterQr;
  readonly draft?: boolean;
}
