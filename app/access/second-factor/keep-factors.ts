import {
  afterCommit,
  change,
  conflict,
  endSessionsOf,
  execute,
  notFound,
  record,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { lockAccount } from "../account.ts";
import { accessPolicy } from "../policy.ts";
import { readStanding } from "../standing.ts";
import { factorOf, factorsOf, type Factor } from "./factor-queries.ts";
import { readOwed } from "./owed.ts";

const tables = { app: "authenticator_apps", passkey: "passkeys" } as const;

/** Calls one of one's own factors something else. */
export function nameFactor(actor: Actor, factorId: string, name: string): Promise<void> {
  return transaction(async () => {
    const { kind } = await ownFactor(actor, factorId);
    await change(tables[kind], { id: factorId }, { name });
    await record(actor, "access.second-factor-named", {
      subject: { type: "account", id: actor.accountId ?? "" },
      detail: { factorId, name },
    });
  });
}

/** Removes one of one's own factors; with the last go the recovery codes. Who must have one keeps one. */
export function removeFactor(actor: Actor, factorId: string): Promise<void> {
  return transaction(async () => {
    const accountId = actor.accountId ?? "";
    const { kind, name } = await ownFactor(actor, factorId);
    await execute(`delete from ${tables[kind]} where id = $factorId`, { factorId });
    if ((await factorsOf(accountId)).length === 0) {
      await refuseLast(actor);
      await execute("delete from recovery_codes where account_id = $accountId", { accountId });
    }
    await record(actor, "access.second-factor-removed", {
      subject: { type: "account", id: accountId },
      detail: { factorId, kind, name },
    });
  });
}

/** Takes every factor from somebody who lost them. His sessions end, and he is told. */
export function resetFactors(actor: Actor, accountId: string): Promise<void> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "resetFactors", { accountId });
    await lockAccount(accountId);
    const factors = await factorsOf(accountId);
    if (factors.length === 0) {
      throw conflict("This account has no second factor.");
    }
    for (const table of ["authenticator_apps", "passkeys", "recovery_codes"]) {
      await execute(`delete from ${table} where account_id = $accountId`, { accountId });
    }
    await execute(
      "update second_factor_tries set failures = 0, locked_until = null where account_id = $accountId",
      { accountId },
    );
    await record(actor, "access.second-factors-reset", {
      subject: { type: "account", id: accountId },
      detail: { count: factors.length },
    });
    await afterCommit(() => endSessionsOf(accountId));
  });
}

async function ownFactor(actor: Actor, factorId: string): Promise<Factor> {
  const accountId = actor.accountId ?? "";
  await lockAccount(accountId);
  const factor = await factorOf(accountId, factorId);
  if (!factor) {
    throw notFound();
  }
  return factor;
}

/** Whichever post he acts as just now: the session goes on at every other that he holds. */
async function refuseLast(actor: Actor): Promise<void> {
  if ((await readOwed(actor)) !== null || (await isOwedElsewhere(actor.accountId ?? ""))) {
    throw conflict("Your post must have a second factor. Add another before you remove this one.");
  }
}

async function isOwedElsewhere(accountId: string): Promise<boolean> {
  const standing = await readStanding(accountId, null);
  for (const { id } of standing?.posts ?? []) {
    if ((await readStanding(accountId, id))?.owedFactor) {
      return true;
    }
  }
  return false;
}
