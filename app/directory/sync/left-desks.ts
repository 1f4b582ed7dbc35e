import { now, rows, today, type BilingualName } from "../../base/index.ts";
import { itemsOn } from "./items-on.ts";

/** A post that nobody holds since its holder was dismissed, and on which work lies. */
export interface LeftDesk extends BilingualName {
  readonly postId: string;
  readonly holder: BilingualName;
  readonly items: number;
}

const most = 50;

export async function leftDesks(): Promise<LeftDesk[]> {
  const found = await rows<Omit<LeftDesk, "items">>(statement, { day: today(now()), most });
  const desks = await Promise.all(
    found.map(async (desk) => ({ ...desk, items: await itemsOn(desk.postId) })),
  );
  return desks.filter(({ items }) => items > 0);
}

const statement = `
  select p.id as "postId", p.name_en as "nameEn", p.name_hi as "nameHi",
    json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi) as holder
  from posts p
  join lateral (
    select c.employee_id, c.until_on from charges c where c.post_id = p.id and c.kind <> 'link'
    order by c.until_on desc nulls first limit 1) as last on true
  join employees e on e.id = last.employee_id
  where p.closed_on is null and last.until_on <= $day
    and exists (select 1 from accounts a join identities i on i.account_id = a.id
      where a.employee_id = e.id and a.disabled_at is not null and i.issuer like 'directory:%')
    and not exists (select 1 from charges c where c.post_id = p.id and c.from_on <= $day
      and (c.until_on is null or c.until_on > $day))
  order by last.until_on desc, p.id limit $most`;
