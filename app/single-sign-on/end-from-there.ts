import type { JWTPayload } from "jose";
import { record, transaction, type Actor } from "../base/index.ts";
import { verifyToken } from "./open-id/verify-token.ts";
import { endOurSession, spendLogoutToken, takeSessionsAt } from "./provider-session.ts";
import type { OpenIdProvider } from "./provider-settings.ts";
import { lineOf } from "./read-answer.ts";
import { Unproved } from "./unproved.ts";

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";

/** Ends the sessions a provider names in a logout token (back-channel logout); each token counts once. */
export async function endFromThere(
  actor: Actor,
  provider: OpenIdProvider,
  token: string,
): Promise<void> {
  const claims = await verifyToken(provider, token, { requiredClaims: ["jti", "events"] });
  const meant = { subject: lineOf(claims.sub), providerSession: lineOf(claims["sid"]) };
  const tokenId = lineOf(claims.jti);
  if (!isLogout(claims) || tokenId === null || !(meant.subject ?? meant.providerSession)) {
    throw new Unproved("token-false");
  }
  await transaction(async () => {
    const expiresAt = new Date(((claims.exp ?? 0) + 120) * 1000);
    if (!(await spendLogoutToken(provider.issuer, tokenId, expiresAt))) {
      throw new Unproved("logout-token-spent");
    }
    for (const ended of await takeSessionsAt(provider.id, meant)) {
      await endOurSession(ended);
      await record(actor, "single-sign-on.ended-from-there", {
        subject: { type: "account", id: ended.accountId },
        detail: { provider: provider.id },
      });
    }
  });
}

/** An identity token with a nonce must never pass for a logout token. */
function isLogout(claims: JWTPayload): boolean {
  const events: unknown = claims["events"];
  return (
    typeof events === "object" && events !== null && logoutEvent in events && !("nonce" in claims)
  );
}
