import { z } from "zod";
import { files, id, line, words } from "../base/index.ts";

export const UploadSigned = z.strictObject({
  files: files.refine((given) => given.length === 1, words("Choose one PDF.")),
});

export const OpenReport = z.strictObject({ sha256: z.string().regex(/^[\da-f]{64}$/) });

export const ListCertificates = z.strictObject({ before: id.optional() });

export const RevokeCertificate = z.strictObject({ id, reason: line(300) });
export const OpenCertificate = z.strictObject({ id });
