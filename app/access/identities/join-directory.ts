import { v7 as newId } from "uuid";
import {
  execute,
  insertMany,
  now,
  record,
  rows,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { accessPolicy, allAccounts } from "../policy.ts";
import { lockIssuer } from "./identity.ts";

/** Somebody who was just entered from a directory. */
export interface DirectoryNewcomer {
  readonly employeeId: string;
  readonly subject: string;
  /** Undefined where the login stays the usual one. */
  readonly login: string | undefined;
}

/**
 * Links many newcomers at once to their entries, gives them the directory's door and its logins: one event for
 * each account. Nobody of them has a session or a password yet.
 */
export function joinDirectory(
  actor: Actor,
  issuer: string,
  newcomers: readonly DirectoryNewcomer[],
): Promise<void> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    await lockIssuer(issuer);
    const accounts = await accountsOf(newcomers.map(({ employeeId }) => employeeId));
    const links = newcomers.map(({ employeeId, subject, login }) => {
      const account = accounts.get(employeeId);
      if (account === undefined) {
        throw new Error("A newcomer has no account");
      }
      return { id: newId(), accountId: account.id, subject, login: login ?? account.login };
    });
    const mark = { issuer, linkedAt: now(), linkedByPostId: actor.postId || null };
    await insertMany(
      "identities",
      links.map(({ id, accountId, subject }) => ({ id, accountId, subject, ...mark })),
    );
    await execute(giveDoors, { links: JSON.stringify(links) });
    for (const { id: identityId, accountId, login } of links) {
      await record(actor, "access.identity-linked", {
        subject: { type: "account", id: accountId },
        detail: { identityId, issuer, door: "directory", login, decided: true },
      });
    }
  });
}

async function accountsOf(employeeIds: readonly string[]) {
  const found = await rows<{ id: string; employeeId: string; login: string }>(
    `select id, employee_id as "employeeId", login from accounts
     where employee_id = any($employeeIds::uuid[]) for update`,
    { employeeIds },
  );
  return new Map(found.map((account) => [account.employeeId, account]));
}

const giveDoors = `
  update accounts a set door = 'directory', password_hash = null, must_change = false, login = l.login
  from jsonb_to_recordset($links::jsonb) as l ("accountId" uuid, login text)
  where a.id = l."accountId"`;
