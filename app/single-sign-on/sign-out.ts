import { createHash, randomBytes } from "node:crypto";
import type { RouterContext } from "@koa/router";
import { log, record, redis, transaction, type Session } from "../base/index.ts";
import { adapterOf } from "./adapter.ts";
import { takeProviderSession } from "./provider-session.ts";
import { providers, subjectOf } from "./providers.ts";
import { actorOf } from "./refuse.ts";

/** How long a browser has to follow. */
const ticketSeconds = 60;

const key = (ticket: string): string =>
  `farewell:${createHash("sha256").update(ticket).digest("base64url")}`;

/**
 * Signs out at the provider too, once the session here is over. A provider that cannot be told changes nothing
 * about that. Where the browser itself must go there, the way leads over a page of ours: a form of ours may not
 * lead to another host.
 */
export async function signOutThere(
  context: RouterContext,
  ended: Session,
): Promise<string | undefined> {
  const there = await takeProviderSession(ended);
  const provider = providers().find(({ id }) => id === there?.provider);
  if (!there || !provider) {
    return undefined;
  }
  const { url, told } = await tell(() => adapterOf(provider).leave(there.kept));
  await transaction(() =>
    record(actorOf(context), "single-sign-on.signed-out", {
      subject: subjectOf(provider),
      detail: { provider: provider.id, told },
    }),
  );
  return url && `/signed-out/${await issueTicket(url)}?provider=${provider.id}`;
}

async function tell(leave: () => Promise<URL | undefined>): Promise<{ url?: URL; told: boolean }> {
  try {
    const url = await leave();
    return { ...(url ? { url } : {}), told: true };
  } catch (error) {
    log.warn({ err: error }, "Identity provider could not be told of a sign-out");
    return { told: false };
  }
}

async function issueTicket(url: URL): Promise<string> {
  const ticket = randomBytes(24).toString("base64url");
  await redis().set(key(ticket), url.href, "EX", ticketSeconds);
  return ticket;
}

/** Where this ticket leads; once. */
export async function spendTicket(ticket: string): Promise<string | undefined> {
  return (await redis().getdel(key(ticket))) ?? undefined;
}
