import { z } from "zod";
import { checkbox, files, id, line, listOf, text, wholeNumber, words } from "../base/index.ts";
import { WrittenInput } from "../writing/index.ts";
import { addresseesFrom, copiesFrom } from "./addressee-text.ts";
import { formNames, natureNames } from "./choices.ts";

const chooseOne = words("Choose one of the values offered.");

const addressee = z.strictObject({
  postId: id.optional(),
  name: line(200).optional(),
  designation: line(200).optional(),
  office: line(200).optional(),
  address: listOf(line(200), 8),
  email: z.email(words("This is not an e-mail address.")).max(254).optional(),
  purpose: line(200).optional(),
});

/** A program sends a list; a form sends the text of it. */
function addressees(read: typeof addresseesFrom) {
  return z
    .union([text(8000).transform(read), z.array(z.unknown())])
    .pipe(z.array(addressee).max(100, words("Choose fewer.")))
    .default([]);
}

/** Several lines, each one entry. */
function entries(maximum: number) {
  return z
    .union([text(6000).transform((given) => given.split("\n")), z.array(z.string())])
    .transform((given) => given.filter((one) => one.trim() !== ""))
    .pipe(z.array(line(500)).max(maximum, words("Choose fewer.")))
    .default([]);
}

const letterFields = {
  form: z.enum(formNames, chooseOne),
  language: z.enum(["hi", "en"], chooseOne),
  subject: line(500),
  place: line(100).optional(),
  marking: line(60).optional(),
  salutation: line(120).optional(),
  toPostIds: listOf(id, 50),
  to: addressees(addresseesFrom),
  copyPostIds: listOf(id, 50),
  copies: addressees(copiesFrom),
  references: entries(20),
  enclosures: entries(50),
  body: WrittenInput,
  signatoryPostId: id.optional(),
  inGovernorsName: checkbox,
} as const;

/** The entries of a letter as a form or a program gives them. */
export const LetterEntries = z.strictObject(letterFields);
export type GivenLetter = z.infer<typeof LetterEntries>;

export const CreateDraft = z.strictObject({
  itemId: id,
  nature: z.enum(natureNames, chooseOne).default("fresh"),
  replyToReceiptId: id.optional(),
  correctsLetterId: id.optional(),
  form: letterFields.form.default("letter"),
  language: letterFields.language.default("hi"),
  ...optional(),
});

function optional() {
  const { form: _form, language: _language, subject, ...others } = letterFields;
  return { subject: subject.optional(), ...others };
}

export type CreateDraftInput = z.input<typeof CreateDraft>;
export type GivenDraft = z.infer<typeof CreateDraft>;

const version = wholeNumber.min(1);

export const ChangeDraft = z.strictObject({
  id,
  /** The version that was on the screen: a later one is not overwritten. */
  version,
  ...letterFields,
});
export type ChangeDraftInput = z.input<typeof ChangeDraft>;

export const DraftsOfItem = z.strictObject({ itemId: id });
export const OpenNewDraft = z.strictObject({
  itemId: id,
  replyToReceiptId: id.optional(),
  nature: z.enum(natureNames).optional(),
});
export const OneDraft = z.strictObject({ id });
export const OneVersion = z.strictObject({ id, version });
export const OpenVersions = z.strictObject({
  id,
  from: version.optional(),
  to: version.optional(),
});
export const Preview = z.strictObject({ id, version: version.optional() });
export const KeepBody = z.strictObject({
  id,
  body: WrittenInput,
  revision: wholeNumber,
});
export const DropDraft = z.strictObject({ id, reason: line(300) });
export const UploadScan = z.strictObject({
  id,
  files: files.refine((given) => given.length === 1, words("Choose one scan.")),
});
export const UploadScans = z.strictObject({
  files: files.refine((given) => given.length > 0, words("Choose at least one scan.")),
});

const scanLine = z.strictObject({
  name: z.string(),
  letterId: z.string().nullable(),
  number: z.string().nullable(),
  remark: z.string().nullable(),
});

/** The page after an upload carries in its address what became of each scan. */
export const ScanResults = z.strictObject({
  told: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: words("Upload the scans again.") });
        return z.NEVER;
      }
    })
    .pipe(z.array(scanLine).max(60)),
});
