import { z } from "zod";
import { checkbox, files, wholeNumber } from "../base/index.ts";

export const ReceiveImport = z.strictObject({ files });
export const ImportPath = z.strictObject({ importId: z.uuid() });

export const OpenImport = z.strictObject({
  importId: z.uuid(),
  change: z.enum(["new", "changed", "same", "wrong"]).optional(),
  after: wholeNumber.optional(),
});

export const CommitImport = z.strictObject({ importId: z.uuid(), leaveOutWrong: checkbox });
