import { v7 as newId } from "uuid";
import {
  change,
  conflict,
  insert,
  notFound,
  now,
  record,
  row,
  transaction,
  type Actor,
} from "../base/index.ts";
import { hashOfToken, newTokenText } from "./access-token.ts";
import type { TokenArea } from "./token-reach.ts";

export interface NewToken {
  readonly name: string;
  readonly days: number;
  readonly mayWrite: boolean;
  /** None means every part of the work. */
  readonly areas: readonly TokenArea[];
}

const mostTokens = 20;

/** Makes a token for a program of the person, acting as the present post. Its text is shown once. */
export function makeToken(actor: Actor, given: NewToken): Promise<{ id: string; text: string }> {
  return transaction(async () => {
    const accountId = actor.accountId ?? "";
    await row("select id from accounts where id = $accountId for update", { accountId });
    await refuseTooMany(accountId);
    const [id, text, createdAt] = [newId(), newTokenText(), now()];
    const expiresAt = new Date(createdAt.getTime() + given.days * 86_400_000);
    await insert("access_tokens", {
      id,
      accountId,
      postId: actor.postId,
      name: given.name,
      mayWrite: given.mayWrite,
      areas: [...given.areas],
      tokenHash: hashOfToken(text),
      createdAt,
      expiresAt,
    });
    await record(actor, "access.token-made", {
      subject: { type: "account", id: accountId },
      detail: {
        tokenId: id,
        name: given.name,
        expiresAt,
        mayWrite: given.mayWrite,
        areas: given.areas,
      },
    });
    return { id, text };
  });
}

async function refuseTooMany(accountId: string): Promise<void> {
  const living = await row<{ count: number }>(
    `select count(*) as count from access_tokens
     where account_id = $accountId and revoked_at is null and expires_at > $at`,
    { accountId, at: now() },
  );
  if (living && living.count >= mostTokens) {
    throw conflict("You have {count} tokens. Revoke one that is not used.", {
      count: living.count,
    });
  }
}

/** Makes a token worthless at once. Only one's own exist. */
export function revokeToken(actor: Actor, tokenId: string): Promise<void> {
  return transaction(async () => {
    const accountId = actor.accountId ?? "";
    const token = await row(
      `select id from access_tokens
       where id = $tokenId and account_id = $accountId and revoked_at is null for update`,
      { tokenId, accountId },
    );
    if (!token) {
      throw notFound();
    }
    await change("access_tokens", { id: tokenId }, { revokedAt: now() });
    await record(actor, "access.token-revoked", {
      subject: { type: "account", id: accountId },
      detail: { tokenId },
    });
  });
}
