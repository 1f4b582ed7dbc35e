import { conflict, now, rows, shiftDay, today, transaction, registrar } from "../base/index.ts";
import { disableAccount, withdrawRole } from "../access/index.ts";
import { endRange } from "../networks/index.ts";
import { endCharge } from "../organisation/index.ts";
import type { OfficeDefinition } from "./definition.ts";
import { keepOfficeRule } from "./office-rule.ts";
import { ownUnits, refuseWithOfficesBeneath } from "./own-units.ts";
import { unitIds } from "./steps/units.ts";
import { takenBack } from "./take-back.ts";
import { idOf, type Change, type Undertaking } from "./undertaking.ts";

export interface AskedToRemove {
  readonly office: OfficeDefinition;
  readonly isCheck: boolean;
  /** Papers may stay on desks nobody sits at any more; otherwise that refuses. */
  readonly leavesItems: boolean;
}

/** Ends the access of an office: charges, rights, networks, accounts. Its papers and its history stay. */
export async function removeOffice(asked: AskedToRemove): Promise<{ changes: readonly Change[] }> {
  const changes: Change[] = [];
  const undertaking = {
    actor: registrar,
    office: asked.office,
    isCheck: asked.isCheck,
    tell: (change: Change) => void changes.push(change),
  };
  const work = () => end(undertaking, asked.leavesItems);
  await (asked.isCheck ? takenBack(work) : transaction(work));
  return { changes };
}

async function end(undertaking: Undertaking, leavesItems: boolean): Promise<void> {
  const unitId = idOf(await unitIds(), undertaking.office.code, "code");
  await refuseWithOfficesBeneath(unitId);
  if (!leavesItems) {
    await refuseWithItems(unitId);
  }
  await endCharges(undertaking, unitId);
  await withdrawRights(undertaking, unitId);
  await endRanges(undertaking, unitId);
  await keepOfficeRule(undertaking, "left");
}

async function refuseWithItems(unitId: string): Promise<void> {
  const [held] = await rows<{ count: number }>(
    `select coalesce(sum(items_on_desk(p.id)), 0)::int as count from posts p
     where p.unit_id in (${ownUnits("$unitId")})`,
    { unitId },
  );
  if (held && held.count > 0) {
    throw conflict(
      "{count} items lie on the desks of this office. Send them on or close them first.",
      {
        count: held.count,
      },
    );
  }
}

interface Ending {
  readonly id: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly login: string;
  readonly accountId: string;
  /** Nothing else keeps him here. */
  readonly isLast: boolean;
  readonly isDisabled: boolean;
}

async function endCharges({ actor, tell }: Undertaking, unitId: string): Promise<void> {
  const [day, yesterday] = [today(now()), shiftDay(today(now()), -1)];
  const found = await rows<Ending>(listCharges, { unitId, day });
  const lastDayOf = ({ fromOn }: Ending) => (fromOn > yesterday ? fromOn : yesterday);
  for (const ending of found.filter((one) => one.untilOn !== lastDayOf(one))) {
    const { id, login } = ending;
    await endCharge(actor, id, lastDayOf(ending));
    tell({ step: "people", what: `end a charge of ${login}` });
  }
  const leaving = new Map(
    found
      .filter(({ isLast, isDisabled }) => isLast && !isDisabled)
      .map(({ accountId, login }) => [accountId, login]),
  );
  for (const [accountId, login] of leaving) {
    await disableAccount(actor, accountId);
    tell({ step: "people", what: `disable ${login}` });
  }
}

async function withdrawRights({ actor, tell }: Undertaking, unitId: string): Promise<void> {
  const found = await rows<{ id: string; role: string; code: string }>(
    `select g.id, g.role, p.code from role_grants g join posts p on p.id = g.post_id
     where p.unit_id in (${ownUnits("$unitId")})
       and (g.until_on is null or g.until_on >= $day)`,
    { unitId, day: today(now()) },
  );
  for (const { id, role, code } of found) {
    await withdrawRole(actor, id);
    tell({ step: "rights", what: `withdraw ${role} from ${code}` });
  }
}

async function endRanges({ actor, tell }: Undertaking, unitId: string): Promise<void> {
  const found = await rows<{ id: string; range: string }>(
    `select id, text(range) as range from network_ranges
     where unit_id = $unitId and (until_on is null or until_on >= $day)`,
    { unitId, day: today(now()) },
  );
  for (const { id, range } of found) {
    await endRange(actor, { id, untilOn: shiftDay(today(now()), -1) });
    tell({ step: "networks", what: `end ${range}` });
  }
}

const listCharges = `
  with own as (${ownUnits("$unitId")})
  select c.id, c.from_on as "fromOn", c.until_on as "untilOn", a.login, a.id as "accountId",
    a.disabled_at is not null as "isDisabled",
    not exists (select 1 from charges o join posts q on q.id = o.post_id
      where o.employee_id = c.employee_id and q.unit_id not in (select id from own)
        and (o.until_on is null or o.until_on >= $day)) as "isLast"
  from charges c join posts p on p.id = c.post_id
  join accounts a on a.employee_id = c.employee_id
  where p.unit_id in (select id from own) and (c.until_on is null or c.until_on >= $day)
  order by c.kind desc, c.id`;
