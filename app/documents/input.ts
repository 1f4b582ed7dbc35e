import { z } from "zod";
import { checkbox, files, id, words } from "../base/index.ts";

export const OpenDocument = z.strictObject({
  id,
  /** To keep a copy instead of looking at it. */
  download: checkbox,
});

export const UploadDocuments = z.strictObject({
  files: files.refine((given) => given.length > 0, words("Choose a document.")),
});
