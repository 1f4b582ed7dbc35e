import { z } from "zod";
import {
  checkbox,
  day,
  files,
  id,
  line,
  listOf,
  text,
  words,
  type UploadedFile,
} from "../base/index.ts";
import { classifications, priorities } from "../movement/index.ts";
import {
  deliveryModes,
  formsOfCommunication,
  letterLanguages,
  mainCategories,
  namesOf,
  senderTypes,
  vipTypes,
} from "./choices.ts";

const chooseOne = words("Choose one of the values offered.");

function choice<Choices extends object>(choices: Choices) {
  return z.enum(namesOf(choices), chooseOne);
}

const count = z.coerce
  .number(words("Write a number."))
  .int(words("Write a whole number."))
  .min(0, words("Write a number that is not below zero."))
  .max(9999, words("This number is too large."))
  .default(0);

const pin = line(10).pipe(
  z.string().regex(/^[1-9]\d{5}$|^[\w -]{3,10}$/, words("This is not a PIN code.")),
);
const phone = line(20).pipe(
  z.string().regex(/^[+\d][\d /()-]{5,19}$/, words("This is not a telephone number.")),
);
const mail = line(254).pipe(z.email(words("This is not an e-mail address.")));

/** What stands on the letter. Which of these must be filled depends on the others: `missing.ts`. */
const letterFields = {
  subject: line(500).optional(),
  classification: z.enum(classifications, chooseOne).default("normal"),
  priority: z.enum(priorities, chooseOne).default("ordinary"),
  dueOn: day.optional(),
  deliveryMode: choice(deliveryModes),
  deliveryNumber: line(60).optional(),
  receivedOn: day.optional(),
  letterOn: day.optional(),
  letterNumber: line(100).optional(),
  formOfCommunication: choice(formsOfCommunication).default("letter"),
  letterLanguage: choice(letterLanguages).default("hi"),
  ministry: line(200).optional(),
  department: line(200).optional(),
  senderType: choice(senderTypes).optional(),
  senderName: line(200).optional(),
  senderDesignation: line(200).optional(),
  senderOrganisation: line(200).optional(),
  address1: line(200).optional(),
  address2: line(200).optional(),
  city: line(100).optional(),
  state: line(100).optional(),
  country: line(100).optional(),
  pin: pin.optional(),
  email: mail.optional(),
  mobile: phone.optional(),
  telephone: phone.optional(),
  vipType: choice(vipTypes).optional(),
  vipName: line(200).optional(),
  mainCategory: choice(mainCategories).optional(),
  subCategory: line(100).optional(),
  enclosuresStated: count,
  enclosuresFound: count,
  enclosureRemarks: line(500).optional(),
  remarks: text(2000).optional(),
  wantsAcknowledgement: checkbox,
  replyToItemId: id.optional(),
  /** Documents uploaded before, in their order; `files` come after them. */
  documentIds: listOf(id, 50),
  files,
} as const;

export const DiariseLetter = z.strictObject({
  nature: z.enum(["electronic", "physical"], chooseOne).default("electronic"),
  /** Diarise although the same letter seems to be here already. */
  despiteDuplicates: checkbox,
  /** What the diarist does next. */
  next: z.enum(["generate", "send", "copy"]).default("generate"),
  ...letterFields,
});

export const ChangeReceipt = z.strictObject({
  id,
  /** The form's unseen first button; a correction has only one way on. */
  next: z.literal("generate").optional(),
  ...letterFields,
});

/** The same without what came as parts of a form: files of our own programs need not have come so. */
export const EnteredLetter = DiariseLetter.omit({ files: true });

/** The fields as a program of ours hands them over. */
export type DiariseInput = z.input<typeof EnteredLetter> & {
  readonly files?: readonly UploadedFile[] | undefined;
};
export type DiarisedLetter = z.infer<typeof EnteredLetter> & {
  readonly files: readonly UploadedFile[];
};
export type LetterInput = Omit<z.infer<typeof ChangeReceipt>, "id" | "next" | "files"> & {
  readonly files: readonly UploadedFile[];
};

/** One value, or none where the address has the name with nothing behind it. */
const blank = z.literal("").transform(() => undefined);
function filter<Schema extends z.ZodType>(schema: Schema) {
  return z.union([blank, schema]).optional();
}

export const OpenDiary = z.strictObject({
  /** A receipt whose entries begin the new one. */
  copy: filter(id),
});

export const OpenReceipt = z.strictObject({ id, document: filter(id) });
export const OneReceipt = z.strictObject({ id });

export const ListReceipts = z.strictObject({
  from: filter(day),
  until: filter(day),
  section: filter(id),
  senderType: filter(choice(senderTypes)),
  category: filter(choice(mainCategories)),
  mode: filter(choice(deliveryModes)),
  vip: filter(z.literal("yes")),
  q: filter(line(100)),
  before: filter(line(100)),
});

export type RegisterFilter = Omit<z.infer<typeof ListReceipts>, "before">;

export const FindSenders = z.strictObject({ q: filter(line(100)) });
export const ShowPapers = z.strictObject({ documentIds: listOf(id, 50), shown: filter(id) });
export const FindItems = z.strictObject({ q: filter(line(100)) });
