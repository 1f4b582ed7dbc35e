import { rows } from "../base/index.ts";
import type { OfficeDefinition } from "./definition.ts";
import { ownUnits } from "./own-units.ts";
import { unitIds } from "./steps/units.ts";
import { idOf } from "./undertaking.ts";

/** What leaves with an office: who held which post, and a list of its papers by number. No subject, no content. */
export async function exportOffice(office: OfficeDefinition): Promise<object> {
  const bind = { unitId: idOf(await unitIds(), office.code, "code") };
  return {
    office: { lgd: office.lgd, code: office.code, names: office.names },
    units: await rows(
      `select code, kind, name_en as "nameEn", name_hi as "nameHi", number, closed_on as "closedOn"
       from units where id in (${ownUnits("$unitId")}) order by cardinality(ancestor_ids), code`,
      bind,
    ),
    charges: await rows(
      `select p.code as post, e.code as employee, c.kind, c.from_on as "fromOn",
         c.until_on as "untilOn", c.order_number as "orderNumber"
       from charges c join posts p on p.id = c.post_id join employees e on e.id = c.employee_id
       where p.unit_id in (${ownUnits("$unitId")}) order by p.code, c.from_on`,
      bind,
    ),
    papers: await rows(
      `select i.kind, i.number, i.computer_number as "computerNumber", i.state,
         i.created_at as "createdAt", p.code as "lastPost"
       from items i left join posts p on p.id = i.holder_post_id
       where i.unit_id in (${ownUnits("$unitId")}) order by i.created_at, i.id`,
      bind,
    ),
  };
}
