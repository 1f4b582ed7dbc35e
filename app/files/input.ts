import { z } from "zod";
import { checkbox, day, id, line, text, words } from "../base/index.ts";
import { mainCategories, type MainCategory } from "../receipts/index.ts";
import { classifications, priorities } from "../movement/index.ts";
import { headLevels, recordCategories } from "./choices.ts";
import { fileStateNames } from "./state-words.ts";

const mainCategoryNames = Object.keys(mainCategories) as readonly MainCategory[];

/** Files are about what letters are about: one list serves both. */
const category = z.enum(mainCategoryNames, words("Choose what the file is about."));

const cover = {
  subject: line(500),
  description: text(2_000).optional(),
  mainCategory: category,
  subCategory: line(100).optional(),
  language: z.enum(["hi", "en"]).default("hi"),
  previousReferences: text(1_000).optional(),
  laterReferences: text(1_000).optional(),
  remarks: text(1_000).optional(),
};

export const OpenFile = z.strictObject({
  ...cover,
  numbering: z.enum(["heads", "free"]).default("heads"),
  basicHeadId: id.optional(),
  primaryHeadId: id.optional(),
  secondaryHeadId: id.optional(),
  tertiaryHeadId: id.optional(),
  freeNumber: line(100).optional(),
  nature: z.enum(["electronic", "physical"]).default("electronic"),
  classification: z.enum(classifications).default("normal"),
  priority: z.enum(priorities).default("ordinary"),
  dueOn: day.optional(),
  mainFileId: id.optional(),
  /** A receipt to put in as the first paper. */
  receiptId: id.optional(),
});

export type OpenFileInput = z.input<typeof OpenFile>;

export const ShowOpenFile = z.strictObject({ receiptId: id.optional(), mainFileId: id.optional() });

/** The form as it stands when its heads change; what is not a head is none of its business. */
export const ChooseHeads = z.object({
  basicHeadId: id.optional(),
  primaryHeadId: id.optional(),
  secondaryHeadId: id.optional(),
  tertiaryHeadId: id.optional(),
});

export const ChangeCover = z.strictObject({ fileId: id, ...cover });

export const FileAddress = z.strictObject({ fileId: id });

export const ReceiptAddress = z.strictObject({ receiptId: id });

export const PutReceiptInFile = z.strictObject({
  receiptId: id,
  fileId: z.uuid(words("Choose a file that lies on your desk.")),
});

export const CloseFile = z.strictObject({
  fileId: id,
  recordCategory: z.enum(recordCategories, words("Choose how long the file is to be kept.")),
  closingRemarks: text(1_000).optional(),
});

export const FlagPaper = z.strictObject({
  fileId: id,
  paperId: id,
  flag: z.enum(["puc", "fr", "none"]),
});

export const AddHead = z.strictObject({
  level: z.enum(headLevels),
  code: line(20),
  nameEn: line(200),
  nameHi: line(200),
  parentId: id.optional(),
  /** For every section of the state; only administrators add such. */
  forAll: checkbox,
});

export const ShowHeads = z.strictObject({});

export const FindFiles = z.strictObject({ q: z.string().trim().max(100).default("") });

export const ListFiles = z.strictObject({
  q: z.string().trim().max(200).optional(),
  state: z.enum(fileStateNames).optional(),
  /** Only what lies on one's own desk. */
  where: z.enum(["here"]).optional(),
  category: category.optional(),
  year: z.coerce.number().int().min(1900).max(2100).optional(),
  before: id.optional(),
});

export type ListFilesQuestion = z.infer<typeof ListFiles>;
