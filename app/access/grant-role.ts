import { v7 as newId } from "uuid";
import {
  change,
  conflict,
  insert,
  invalid,
  notFound,
  now,
  record,
  row,
  shiftDay,
  today,
  transaction,
  type Actor,
} from "../base/index.ts";
import { findPost } from "../organisation/index.ts";
import { accessPolicy, allAccounts } from "./policy.ts";
import type { Role } from "./roles.ts";

export interface NewGrant {
  readonly postId: string;
  readonly role: Role;
  readonly fromOn: string;
  readonly untilOn?: string | undefined;
}

/** Gives a post a right from a day on. Whoever holds the post then has it. */
export function grantRole(actor: Actor, given: NewGrant): Promise<{ readonly id: string }> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    const { postId, role, fromOn, untilOn = null } = given;
    await row("select id from posts where id = $postId for update", { postId });
    await findPost(postId);
    if (untilOn !== null && untilOn < fromOn) {
      throw invalid("untilOn", "The last day cannot be before the first.");
    }
    await refuseRepeated(given);
    const id = await write({ postId, role, fromOn, untilOn, grantedById: actor.employeeId });
    await record(actor, "access.role-granted", {
      subject: { type: "post", id: postId },
      detail: { role, fromOn, untilOn },
    });
    return { id };
  });
}

async function refuseRepeated({ postId, role, fromOn, untilOn }: NewGrant): Promise<void> {
  const same = await row(
    `select 1 as found from role_grants where post_id = $postId and role = $role
       and (until_on is null or until_on >= from_on)
       and daterange(from_on, until_on, '[]') && daterange($fromOn::date, $untilOn::date, '[]')`,
    { postId, role, fromOn, untilOn: untilOn ?? null },
  );
  if (same) {
    throw invalid("role", "The post has this right at that time already.");
  }
}

interface GrantRow {
  readonly postId: string;
  readonly role: Role;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly grantedById: string | null;
}

/** One that was taken back on its first day never held: its row begins anew, since a post has one for each day. */
async function write(values: GrantRow): Promise<string> {
  const undone = await row<{ id: string }>(
    `update role_grants set until_on = $untilOn, granted_by_id = $grantedById
     where post_id = $postId and role = $role and from_on = $fromOn returning id`,
    { ...values },
  );
  const id = undone?.id ?? newId();
  if (!undone) {
    await insert("role_grants", { id, ...values });
  }
  return id;
}

interface Grant {
  readonly postId: string;
  readonly role: Role;
  readonly untilOn: string | null;
}

/** Takes a right from a post at once. */
export function withdrawRole(actor: Actor, grantId: string): Promise<{ readonly postId: string }> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    const grant = await row<Grant>(
      `select post_id as "postId", role, until_on as "untilOn" from role_grants
       where id = $grantId for update`,
      { grantId },
    );
    if (!grant) {
      throw notFound();
    }
    refuseUnfit(actor, grant);
    await change("role_grants", { id: grantId }, { untilOn: yesterday() });
    await record(actor, "access.role-withdrawn", {
      subject: { type: "post", id: grant.postId },
      detail: { role: grant.role },
    });
    return { postId: grant.postId };
  });
}

function refuseUnfit(actor: Actor, { postId, role, untilOn }: Grant): void {
  if (untilOn !== null && untilOn < today(now())) {
    throw conflict("This right is over already.");
  }
  if (role === "administrator" && postId === actor.postId) {
    throw conflict("You cannot take the right to administer from your own post.");
  }
}

function yesterday(): string {
  return shiftDay(today(now()), -1);
}
