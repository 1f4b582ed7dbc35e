import { v7 as newId } from "uuid";
import {
  change,
  conflict,
  execute,
  insert,
  invalid,
  now,
  record,
  rows,
  shiftDay,
  today,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { accessPolicy, allAccounts } from "../policy.ts";
import type { Permission } from "./permissions.ts";

export interface MatrixChange {
  readonly role: string;
  readonly permission: Permission;
  readonly granted: boolean;
  /** The first day on which it is so. */
  readonly fromOn: string;
  readonly orderNumber: string;
}

/** The matrix as a whole, as events name it. */
export const matrixOfRights = "00000000-0000-7000-8000-000000000003";

/** Grants a role a permission from a day on, or takes it; the past stays as it was. */
export function setPermission(actor: Actor, given: MatrixChange): Promise<void> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    await execute("lock table role_permissions in share row exclusive mode");
    if (given.fromOn < today(now())) {
      throw invalid("fromOn", "Rights change from today on, not in the past.");
    }
    await (given.granted ? grant(actor, given) : withdraw(given));
    const { role, permission, granted, fromOn, orderNumber } = given;
    await record(actor, granted ? "access.permission-granted" : "access.permission-withdrawn", {
      subject: { type: "matrix", id: matrixOfRights },
      detail: { role, permission, fromOn, orderNumber },
    });
  });
}

interface Spell {
  readonly id: string;
  readonly fromOn: string;
}

/** The records that reach to this day or lie after it. */
function spellsFrom({ role, permission, fromOn }: MatrixChange): Promise<Spell[]> {
  return rows<Spell>(
    `select id, from_on as "fromOn" from role_permissions
     where role = $role and permission = $permission and (until_on is null or until_on >= $fromOn)`,
    { role, permission, fromOn },
  );
}

async function grant(actor: Actor, given: MatrixChange): Promise<void> {
  if ((await spellsFrom(given)).length > 0) {
    throw conflict("The role has this permission at that time already.");
  }
  const { granted: _granted, ...spell } = given;
  await insert("role_permissions", {
    ...spell,
    id: newId(),
    setById: actor.employeeId,
    setAt: now(),
  });
}

async function withdraw(given: MatrixChange): Promise<void> {
  const spells = await spellsFrom(given);
  if (spells.length === 0) {
    throw conflict("The role does not have this permission at that time.");
  }
  for (const { id, fromOn } of spells) {
    await (fromOn < given.fromOn
      ? change("role_permissions", { id }, { untilOn: shiftDay(given.fromOn, -1) })
      : execute("delete from role_permissions where id = $id", { id }));
  }
}
