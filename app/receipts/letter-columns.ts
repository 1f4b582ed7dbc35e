import type { LetterInput } from "./input.ts";
import type { Letter } from "./letter.ts";

/** The entries of the form as the columns of a receipt. */
export function letterColumns(
  input: LetterInput,
  { receivedOn, sealed }: { readonly receivedOn: string; readonly sealed: boolean },
): Letter {
  const {
    subject: _subject,
    classification: _classification,
    priority: _priority,
    dueOn: _dueOn,
    documentIds: _documentIds,
    files: _files,
    ...entries
  } = input;
  return { ...blank, ...definedOnly(entries), receivedOn, sealed };
}

/** Entries that were left empty become null, not absent: a change may empty them. */
const blank = {
  deliveryNumber: null,
  letterOn: null,
  letterNumber: null,
  ministry: null,
  department: null,
  senderType: null,
  senderName: null,
  senderDesignation: null,
  senderOrganisation: null,
  address1: null,
  address2: null,
  city: null,
  state: null,
  country: null,
  pin: null,
  email: null,
  mobile: null,
  telephone: null,
  vipType: null,
  vipName: null,
  mainCategory: null,
  subCategory: null,
  enclosureRemarks: null,
  remarks: null,
  replyToItemId: null,
} as const;

type Defined<Entries> = { [Name in keyof Entries]: Exclude<Entries[Name], undefined> };

function definedOnly<Entries extends object>(entries: Entries): Defined<Entries> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined),
  ) as Defined<Entries>;
}
