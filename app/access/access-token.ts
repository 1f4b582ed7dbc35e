import { createHash, randomBytes } from "node:crypto";
import { isReadOnly, now, row, today } from "../base/index.ts";

export interface AccessToken {
  readonly accountId: string;
  readonly postId: string | null;
  readonly mayWrite: boolean;
  readonly areas: readonly string[];
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
    `with found as (
       select id, account_id, post_id, last_used_at, may_write, areas from access_tokens
       where token_hash = $hash and revoked_at is null and expires_at > $at
     )${isReadOnly() ? "" : noteUse}
     select account_id as "accountId", post_id as "postId", may_write as "mayWrite", areas from found`,
    { hash: hashOfToken(text), at: now(), ...(isReadOnly() ? {} : { day: today(now()) }) },
  );
}

const noteUse = `, used as (
       update access_tokens t set last_used_at = $at from found
       where t.id = found.id and (found.last_used_at is null or found.last_used_at < $day::date)
     )`;
