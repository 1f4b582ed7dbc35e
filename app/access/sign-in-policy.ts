import {
  config,
  insert,
  invalid,
  now,
  orderedValue,
  record,
  rows,
  today,
  transaction,
  type Actor,
  type BilingualName,
} from "../base/index.ts";
import { passwordMinimum } from "./password-rule.ts";
import { accessPolicy, allAccounts } from "./policy.ts";
import type { Role } from "./roles.ts";
import { usualRoles } from "./second-factor/owed.ts";
import { sessionLimits } from "./sessions/limits.ts";

/** What the office orders about coming in, as it is in force today. */
export interface SignInPolicy {
  /** Whoever acts with one of these rights must have a second factor. */
  readonly roles: readonly Role[];
  /** Whoever works in one of these departments must have one. */
  readonly units: readonly string[];
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
  readonly passwordMinimum: number;
}

export interface NewPolicy extends SignInPolicy {
  readonly fromOn: string;
  readonly orderNumber?: string | undefined;
}

const accountsAsAWhole = "00000000-0000-0000-0000-000000000000";

export async function readPolicy(): Promise<SignInPolicy> {
  const { idleSeconds, absoluteSeconds } = await sessionLimits();
  const departments = await listDepartments();
  return {
    roles: (await orderedValue<Role[]>("access.second-factor-roles")) ?? usualRoles,
    units: departments.filter(({ isOrdered }) => isOrdered).map(({ id }) => id),
    idleMinutes: idleSeconds / 60,
    absoluteMinutes: absoluteSeconds / 60,
    passwordMinimum: await passwordMinimum(),
  };
}

/** The departments, and whether a second factor is ordered for them. */
export function listDepartments() {
  return rows<BilingualName & { readonly id: string; readonly isOrdered: boolean }>(
    `select u.id, u.name_en as "nameEn", u.name_hi as "nameHi", coalesce((
       select p.value = 'true' from parameters p
       where p.name = 'access.second-factor-unit' and p.unit_id = u.id and p.from_on <= $day
       order by p.from_on desc, p.created_at desc limit 1), false) as "isOrdered"
     from units u where u.kind = 'department' and u.closed_on is null order by u.name_en`,
    { day: today(now()) },
  );
}

/** Orders what differs from today's policy, from a day on. What was in force before stays on record. */
export function setPolicy(actor: Actor, given: NewPolicy): Promise<void> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    refuseUnfit(given);
    const present = await readPolicy();
    const changes = [
      ...changed("second-factor-roles", present.roles.toSorted(), given.roles.toSorted()),
      ...changed("session-idle-minutes", present.idleMinutes, given.idleMinutes),
      ...changed("session-absolute-minutes", present.absoluteMinutes, given.absoluteMinutes),
      ...changed("password-minimum", present.passwordMinimum, given.passwordMinimum),
      ...changedUnits(present.units, given.units),
    ];
    for (const { name, value, unitId } of changes) {
      const { fromOn, orderNumber } = given;
      await insert("parameters", {
        name: `access.${name}`,
        unitId,
        value: JSON.stringify(value),
        fromOn,
        orderNumber: orderNumber ?? null,
      });
    }
    await record(actor, "access.sign-in-policy-set", {
      subject: { type: "account", id: accountsAsAWhole },
      detail: { fromOn: given.fromOn, changes },
    });
  });
}

interface Change {
  readonly name: string;
  readonly value: unknown;
  readonly unitId: string | null;
}

function changed(name: string, before: unknown, value: unknown): Change[] {
  return JSON.stringify(before) === JSON.stringify(value) ? [] : [{ name, value, unitId: null }];
}

function changedUnits(before: readonly string[], after: readonly string[]): Change[] {
  const name = "second-factor-unit";
  return [
    ...after.filter((id) => !before.includes(id)).map((unitId) => ({ name, value: true, unitId })),
    ...before.filter((id) => !after.includes(id)).map((unitId) => ({ name, value: false, unitId })),
  ];
}

function refuseUnfit({ fromOn, idleMinutes, absoluteMinutes }: NewPolicy): void {
  if (fromOn < today(now())) {
    throw invalid("fromOn", "An order cannot begin in the past.");
  }
  const { SESSION_IDLE_MINUTES, SESSION_ABSOLUTE_MINUTES } = config();
  refuseAbove("idleMinutes", idleMinutes, SESSION_IDLE_MINUTES);
  refuseAbove("absoluteMinutes", absoluteMinutes, SESSION_ABSOLUTE_MINUTES);
}

function refuseAbove(field: string, minutes: number, most: number): void {
  if (minutes > most) {
    throw invalid(field, "This installation allows {most} minutes at most.", { most });
  }
}
