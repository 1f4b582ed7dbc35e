import { coveredUnits, permissionsOf, rolesOf } from "../access/index.ts";
import {
  forPurpose,
  now,
  record,
  rows,
  today,
  transaction,
  type Actor,
  type BilingualName,
} from "../base/index.ts";
import { opensInside, reasons, type Onlooker, type Reason } from "./visibility.ts";

/** One post that may see an item, who holds it today, and why; `file` where the file opens what lies inside it. */
export interface Viewer {
  readonly post: BilingualName & { readonly id: string };
  readonly people: readonly BilingualName[];
  readonly reasons: readonly { readonly name: Reason["name"]; readonly file: string | null }[];
}

/** An item without its content. */
export interface NumberedItem {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly classification: "normal" | "confidential";
  readonly viewers: readonly Viewer[];
}

const mostItems = 5;

/** Who may see the items of a number. For administrators, who see nothing else of them; asking is recorded. */
export function whoSees(actor: Actor, number: string): Promise<readonly NumberedItem[]> {
  return transaction(() =>
    forPurpose("administer", async () => {
      const found = await rows<Omit<NumberedItem, "viewers">>(itemsOfNumber, { number });
      const listed: NumberedItem[] = [];
      for (const item of found) {
        const bind = { id: item.id, day: today(now()) };
        listed.push({ ...item, viewers: await rows<Viewer>(viewersOfItem, bind) });
        await record(actor, "item.viewers-listed", {
          subject: { type: "item", id: item.id, itemId: item.id },
          detail: { kind: item.kind, number: item.number },
        });
      }
      return listed;
    }),
  );
}

const itemsOfNumber = `
  select i.id, i.kind, i.number, i.classification from items i
  where plain_number(i.number) = plain_number($number) and i.state <> 'deleted'
  order by i.created_at desc limit ${mostItems}`;

/** Every post looks on as itself: the same conditions as for the reader of a request. */
const post: Onlooker = { post: "p.id", units: "p.units" };

const own = reasons.map(
  (reason) => `select p.id, '${reason.name}' as name, null::text as file
    from items i join lookers p on ${reason.holds("i", post)} where i.id = $id`,
);

const through = reasons.map(
  (reason) => `select p.id, '${reason.name}' as name, file.number as file
    from items i join items file on file.id = i.parent_id
    join lookers p on ${opensInside(reason, { alias: "i", parent: "file" }, post)} where i.id = $id`,
);

const day = "$day::date";

const viewersOfItem = `
  with lookers as materialized (
    select p.id, ${coveredUnits({ id: "p.id", unitId: "p.unit_id", permissions: "may.permissions" })} as units
    from posts p
    cross join lateral (select ${permissionsOf(rolesOf("p.id", day), day)} as permissions) as may
    where p.closed_on is null
  ), seen as (
    ${[...own, ...through].join("\n    union all\n    ")}
  )
  select json_build_object('id', p.id, 'nameEn', p.name_en, 'nameHi', p.name_hi) as post,
    coalesce((select json_agg(json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi) order by c.kind)
      from charges c join employees e on e.id = c.employee_id
      where c.post_id = p.id and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)), '[]')
      as people,
    json_agg(json_build_object('name', seen.name, 'file', seen.file) order by seen.name) as reasons
  from seen join posts p on p.id = seen.id
  group by p.id order by p.name_en, p.id limit 1000`;
