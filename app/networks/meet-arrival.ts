import { endSession, forbidden, record, Refusal, transaction } from "../base/index.ts";
import type { Actor, Visitor } from "../base/index.ts";
import { isFirstSighting, isRefused, judgePlace } from "./judge-arrival.ts";
import type { KnownRange, Networks } from "./networks.ts";
import { everyNetwork } from "./policy.ts";
import { placeOf, presentNetworks } from "./present-networks.ts";

const mostRemembered = 20_000;

/** Sessions that were judged at a place under the same rules; the text of the rules tells them apart. */
let judged = { under: "", arrivals: new Set<string>() };

/**
 * Judges whoever is signed in at the place he comes from: once for each session, post and range. Elsewhere than
 * in his office he is recorded, and let go on or sent away as policy says; a rule that shuts him out ends his session.
 */
export async function meetArrival(visitor: Visitor): Promise<void> {
  const networks = await presentNetworks();
  if (!networks || saysNothing(networks)) {
    return;
  }
  const { actor } = visitor;
  const range = placeOf(networks, actor.address ?? undefined);
  const key = `${nameOfSession(actor)} ${range?.id ?? ""} ${[...actor.roles].join()}`;
  if (!wasJudged(networks, key)) {
    await judge(visitor, networks, range);
    judged.arrivals.add(key);
  }
}

async function judge(
  visitor: Visitor,
  networks: Networks,
  range: KnownRange | undefined,
): Promise<void> {
  const standing = await judgePlace(visitor.actor, networks, range);
  if (standing === "wrong-office" && range) {
    await noteWrongOffice(visitor.actor, range, networks);
  }
  if (isRefused(standing, networks)) {
    await sendAway(visitor);
  }
}

/** A rule holds though the ranges it names are over: then nowhere is left to come in from. */
function saysNothing({ ranges, rules }: Networks): boolean {
  return ranges.length === 0 && rules.length === 0;
}

/** A program has no session; its owner's account stands for it. */
function nameOfSession({ sessionId, accountId }: Actor): string {
  return sessionId ?? `account ${accountId}`;
}

function wasJudged(networks: Networks, key: string): boolean {
  if (judged.under !== networks.text || judged.arrivals.size > mostRemembered) {
    judged = { under: networks.text, arrivals: new Set() };
  }
  return judged.arrivals.has(key);
}

async function noteWrongOffice(
  actor: Actor,
  range: KnownRange,
  { elsewhere }: Networks,
): Promise<void> {
  await transaction(async () => {
    if (await isFirstSighting(nameOfSession(actor), range.id)) {
      await record(actor, "networks.wrong-office", {
        subject: { type: "network-range", id: range.id },
        detail: { elsewhere },
      });
    }
  });
}

async function sendAway({ actor, session }: Pick<Visitor, "actor" | "session">): Promise<never> {
  await transaction(() =>
    record(actor, "networks.sent-away", {
      subject: { type: "account", id: actor.accountId ?? everyNetwork },
    }),
  );
  if (session) {
    await endSession(session);
  }
  throw forbidden("You may not work from this place. Ask the administrator of your office.");
}

/** Refuses whom policy does not let in from this place. The person's first page records what must be recorded. */
export async function refuseUnlessAdmittedHere(
  actor: Actor & { readonly accountId: string },
): Promise<void> {
  const networks = await presentNetworks();
  if (!networks || saysNothing(networks)) {
    return;
  }
  const range = placeOf(networks, actor.address ?? undefined);
  const standing = await judgePlace(actor, networks, range);
  if (!isRefused(standing, networks)) {
    return;
  }
  await transaction(() =>
    record(actor, "networks.sign-in-refused", {
      subject: { type: "account", id: actor.accountId },
      detail: { standing },
    }),
  );
  throw new Refusal(403, "wrong-place", {
    words: "You may not sign in from this place. Ask the administrator of your office.",
  });
}
