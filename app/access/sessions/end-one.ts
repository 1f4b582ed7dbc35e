import {
  afterCommit,
  endSessionFrom,
  notFound,
  record,
  sessionsOf,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { accessPolicy } from "../policy.ts";

interface WhichSession {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Ends one session: one's own, or as administrator another's. */
export async function endOneSession(actor: Actor, which: WhichSession): Promise<void> {
  const { accountId, sessionId } = which;
  if (!accessPolicy.can(actor, "keepOwn", which)) {
    accessPolicy.authorize(actor, "administer", which);
  }
  const session = (await sessionsOf(accountId)).find(({ root }) => root === sessionId);
  if (!session) {
    throw notFound();
  }
  await transaction(async () => {
    await record(actor, "access.session-ended", {
      subject: { type: "account", id: accountId },
      detail: { sessionId },
    });
    await afterCommit(() => endSessionFrom(accountId, session.root));
  });
}
