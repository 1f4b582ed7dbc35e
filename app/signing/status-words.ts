import { words } from "../base/index.ts";
import type { SignatureStatus } from "./verify-pdf-signatures.ts";

/** What to tell a reader of each verdict; say it with `t`. */
export const signatureStatusWords: Readonly<Record<SignatureStatus, string>> = {
  valid: words("The signature is valid and the document is unchanged."),
  valid_at_time: words("The signature was valid when made; its certificate has expired since."),
  altered_after: words("The document was altered after it was signed."),
  chain_expired: words("The certificate was not in force on the date of the signature."),
  revoked: words("The certificate had been revoked before the signature."),
  unknown_root: words("The certificate was not issued by this secretariat's authority."),
  malformed: words("The signature cannot be read or does not hold."),
};
