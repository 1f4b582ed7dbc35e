/**
 * INVARIANT: a provider's tokens lie in the database only, sealed under a key outside it, and go with the session
 * they came with.
 */
import { createHash } from "node:crypto";
import { v7 as newId } from "uuid";
import {
  defineSealedColumn,
  endSessionFrom,
  execute,
  insert,
  now,
  openColumn,
  row,
  rows,
  sealColumn,
  sessionsOf,
  type Session,
} from "../base/index.ts";
import type { Kept, Proved } from "./proved.ts";

const sealed = "provider_sessions.kept";
defineSealedColumn(sealed);

export interface ProviderSession {
  readonly id: string;
  readonly accountId: string;
  readonly provider: string;
  readonly sessionMark: string;
}

/** A session's token changes with every change of rights; its form token stays, and stands for it here as a digest. */
const markOf = ({ csrf }: Session): string => createHash("sha256").update(csrf).digest("base64url");

/** Keeps with a session what signing out at the provider needs. */
export async function keepProviderSession(
  session: Session,
  provider: string,
  { claimed, kept, providerSession }: Proved,
): Promise<void> {
  const id = newId();
  await insert("provider_sessions", {
    id,
    provider,
    accountId: session.accountId,
    sessionMark: markOf(session),
    subject: claimed.subject,
    providerSession,
    kept: sealColumn(sealed, id, JSON.stringify(kept)),
    expiresAt: new Date(session.startedAt + session.absoluteSeconds * 1000),
  });
}

/** What was kept with a session; it is given out once. */
export async function takeProviderSession(
  session: Session,
): Promise<{ provider: string; kept: Kept } | undefined> {
  const found = await row<{ id: string; provider: string; kept: string }>(
    `delete from provider_sessions where session_mark = $mark returning id, provider, kept`,
    { mark: markOf(session) },
  );
  return (
    found && {
      provider: found.provider,
      kept: JSON.parse(openColumn(sealed, found.id, found.kept)) as Kept,
    }
  );
}

/** The sessions a provider means: one by its own name for it, or all of a person. */
export function takeSessionsAt(
  provider: string,
  meant: { readonly subject: string | null; readonly providerSession: string | null },
): Promise<ProviderSession[]> {
  return rows<ProviderSession>(
    `delete from provider_sessions where provider = $provider
       and ($providerSession::text is null or provider_session = $providerSession)
       and ($subject::text is null or subject = $subject)
       and ($subject::text is not null or $providerSession::text is not null)
     returning id, account_id as "accountId", provider, session_mark as "sessionMark"`,
    { provider, ...meant },
  );
}

/** Ends the session of ours that came with it, whatever its token is by now. */
export async function endOurSession({ accountId, sessionMark }: ProviderSession): Promise<void> {
  const living = await sessionsOf(accountId);
  const meant = living.filter((session) => markOf(session) === sessionMark);
  await Promise.all(meant.map(({ root }) => endSessionFrom(accountId, root)));
}

/** Spends a logout token; false when it was spent before. */
export async function spendLogoutToken(
  issuer: string,
  tokenId: string,
  expiresAt: Date,
): Promise<boolean> {
  const spent = await row(
    `insert into spent_logout_tokens (issuer, token_id, expires_at)
     values ($issuer, $tokenId, $expiresAt) on conflict do nothing returning token_id`,
    { issuer, tokenId, expiresAt },
  );
  return spent !== undefined;
}

/** Forgets what can be of no use any more. */
export async function forgetExpired(): Promise<void> {
  await execute("delete from provider_sessions where expires_at < $at", { at: now() });
  await execute("delete from spent_logout_tokens where expires_at < $at", { at: now() });
}
