import { z } from "zod";
import { checkbox, id, words, type UploadedFile } from "../base/index.ts";

export const OpenDocument = z.strictObject({
  id,
  /** To keep a copy instead of looking at it. */
  download: checkbox,
});

export const UploadDocuments = z.strictObject({
  files: z.array(z.custom<UploadedFile>()).min(1, words("Choose a document.")),
});
