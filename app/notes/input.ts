import { z } from "zod";
import { id, wholeNumber } from "../base/index.ts";
import { SendItem } from "../movement/index.ts";
import { WrittenInput } from "../writing/index.ts";

export const OneFile = z.strictObject({ fileId: id });

export const SaveDraftNote = z.strictObject({
  fileId: id,
  body: WrittenInput,
  revision: wholeNumber.default(0),
});

export const FindReferences = z.strictObject({
  fileId: id,
  q: z.string().trim().max(100).default(""),
});

export const OneNote = z.strictObject({ fileId: id, noteId: id });

export const Agree = SendItem.omit({ reply: true });
