import { rows, type Actor, type BilingualName } from "../../base/index.ts";
import { viewer, visibleTo, type ItemState } from "../../movement/index.ts";

/** Where an item lies now, for whoever asks after it. */
export interface Tracked {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly computerNumber: number;
  readonly subject: string;
  readonly state: ItemState;
  readonly holder: BilingualName | null;
  readonly person: BilingualName | null;
  /** The item inside which it lies, if one may see that. */
  readonly parent: { readonly id: string; readonly number: string } | null;
  readonly since: Date;
}

export const mostFound = 50;

/**
 * Items of which this is the number or computer number; failing that, whose number begins so, or whose
 * number and subject have all these words. Only what the actor may see.
 */
export async function findItems(actor: Actor, asked: string): Promise<Tracked[]> {
  const exact = await find(actor, exactly(asked), { asked });
  return exact.length > 0 ? exact : find(actor, ...broadly(asked));
}

/** Also finds एफ 10-4 where one typed F10-4: see `plain_number`. */
function exactly(asked: string): string {
  const isComputerNumber = /^[0-9]{1,15}$/.test(asked);
  return `(plain_number(i.number) = plain_number($asked)
    ${isComputerNumber ? "or i.computer_number = $asked::bigint" : ""})`;
}

const mostWords = 6;

function broadly(asked: string): [string, Readonly<Record<string, string>>] {
  const escaped = asked.replace(/[%_\\]/g, "\\$&");
  const words = escaped.split(" ").slice(0, mostWords);
  const all = words.map((_, place) => `(i.number || ' ' || i.subject) ilike $word${place}`);
  const binds = Object.fromEntries(words.map((word, place) => [`word${place}`, `%${word}%`]));
  return [
    `(plain_number(i.number) like plain_number($beginning) || '%' or (${all.join(" and ")}))`,
    { ...binds, beginning: escaped },
  ];
}

function find(
  actor: Actor,
  condition: string,
  binds: Readonly<Record<string, string>>,
): Promise<Tracked[]> {
  return rows<Tracked>(
    `with found as (
       select i.* from items i
       where ${condition} and i.state <> 'deleted' and ${visibleTo("i")}
       order by i.created_at desc, i.id desc limit $limit
     )
     select i.id, i.kind, i.number, i.computer_number as "computerNumber", i.subject, i.state,
       coalesce(i.closed_at, i.arrived_at) as since,
       case when holder.id is not null then
         json_build_object('nameEn', holder.name_en, 'nameHi', holder.name_hi) end as holder,
       (select json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi)
         from movements m join employees e on e.id = m.to_employee_id
         where m.item_id = i.id and m.to_post_id = i.holder_post_id
         order by m.sequence desc limit 1) as person,
       (select json_build_object('id', parent.id, 'number', parent.number)
         from items parent where parent.id = i.parent_id and ${visibleTo("parent")}) as parent
     from found i left join posts holder on holder.id = i.holder_post_id
     order by i.created_at desc, i.id desc`,
    { ...binds, ...viewer(actor), limit: mostFound + 1 },
  );
}
