import type { SignatureStatus } from "./verify-pdf-signatures.ts";

/** How a verdict looks; its words say the same. */
export function statusTone(status: SignatureStatus): "done" | "warning" | "error" {
  if (status === "valid" || status === "valid_at_time") {
    return "done";
  }
  return status === "altered_after" || status === "revoked" ? "error" : "warning";
}
