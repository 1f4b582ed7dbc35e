import { createHmac } from "node:crypto";

/** The seal e-Pramaan wants on a request: HMAC-SHA256 over the values as they stand, one after the other. */
export function hmacOf(key: string, values: readonly string[]): string {
  return createHmac("sha256", key).update(values.join("")).digest("base64");
}
