import { createHash, randomBytes } from "node:crypto";
import { now, row } from "../base/index.ts";

export interface AccessToken {
  readonly accountId: string;
  readonly postId: string | null;
}

/** The form people and scanners recognise: what leaks is seen to be ours. */
export function newTokenText(): string {
  return `sec_${randomBytes(32).toString("base64url")}`;
}

export function hashOfToken(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The living token with this text. The day of its last use is kept, not every use. */
export function findToken(text: string): Promise<AccessToken | undefined> {
  return row<AccessToken>(
    `select account_id as "accountId", post_id as "postId" from access_tokens
     where token_hash = $hash and revoked_at is null and expires_at > $at`,
    { hash: hashOfToken(text), at: now() },
  );
}
