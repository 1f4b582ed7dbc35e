import { now, rows, shiftDay, today } from "../../base/index.ts";
import { enableAccount } from "../../access/index.ts";
import { assignCharge, type ChargeKind } from "../../organisation/index.ts";
import { officeRule, ownUnits } from "../own-units.ts";
import { idOf, type Undertaking } from "../undertaking.ts";
import { ruleOf } from "./rules.ts";
import { unitIds } from "./units.ts";

interface Ended {
  readonly postId: string;
  readonly postCode: string;
  readonly employeeId: string;
  readonly kind: ChargeKind;
  readonly untilOn: string;
  readonly accountId: string;
  readonly login: string;
  /** Leaving shut it, and nothing opened it since. */
  readonly isShut: boolean;
}

/**
 * Who sat in an office on the day it left sits there again, from today on, where his post is free and he is in no
 * other now. What was ended or shut for another reason stays so.
 */
export async function bringBack({ actor, office, tell }: Undertaking): Promise<void> {
  const unitId = idOf(await unitIds(), office.code, "code");
  const rule = (await ruleOf(officeRule, unitId)) as { readonly state?: string } | undefined;
  if (rule?.state !== "left") {
    return;
  }
  const day = today(now());
  for (const ended of await rows<Ended>(selectEnded, { unitId, day })) {
    const { postId, postCode, employeeId, kind, untilOn, accountId, login } = ended;
    const fromOn = untilOn < day ? day : shiftDay(untilOn, 1);
    await assignCharge(actor, { postId, employeeId, kind, fromOn, orderNumber: office.order });
    tell({ step: "people", what: `give ${postCode} back to ${login}` });
    if (ended.isShut) {
      await enableAccount(actor, accountId);
      tell({ step: "people", what: `enable ${login}` });
    }
  }
}

/** What ended in the very transaction in which the office left; a link officer acted for a time, which is over. */
const selectEnded = `
  with leaving as (select xid from events
      where subject_id = $unitId and action = 'offices.office-left' order by at desc, id desc limit 1)
  select distinct on (c.kind, c.post_id, c.employee_id) c.post_id as "postId", p.code as "postCode", c.employee_id as "employeeId", c.kind,
    c.until_on as "untilOn", a.id as "accountId", a.login,
    a.disabled_at is not null and exists (select 1 from events s join leaving on leaving.xid = s.xid
      where s.action = 'access.account-disabled' and s.subject_id = a.id) as "isShut"
  from events e join leaving on leaving.xid = e.xid
  join charges c on c.id = (e.detail->>'chargeId')::uuid
  join posts p on p.id = c.post_id and p.closed_on is null
  join employees m on m.id = c.employee_id and m.left_on is null
  join accounts a on a.employee_id = m.id
  where e.action = 'organisation.charge-ended' and c.kind <> 'link'
    and p.unit_id in (${ownUnits("$unitId")})
    and not exists (select 1 from charges o where o.id <> c.id and (o.until_on is null or o.until_on > $day)
      and (o.post_id = c.post_id and (o.kind = c.kind or o.employee_id = c.employee_id)
        or o.employee_id = c.employee_id and o.kind = 'substantive' and c.kind = 'substantive'))
  order by c.kind desc, c.post_id, c.employee_id, c.until_on desc`;
