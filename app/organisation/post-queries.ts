import { notFound, now, row, rows, today, type BilingualName } from "../base/index.ts";
import type { ChargeKind } from "./charge.ts";
import { escapeLike } from "./unit-queries.ts";

/** Somebody in a post, from a day on. */
export interface Holding extends BilingualName {
  readonly chargeId: string;
  readonly employeeId: string;
  readonly employeeCode: string;
  readonly kind: ChargeKind;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly orderNumber: string;
  readonly orderOn: string | null;
}

export interface PostLine extends BilingualName {
  readonly id: string;
  readonly code: string;
  readonly marking: string;
  readonly unitId: string;
  readonly unitNameEn: string;
  readonly unitNameHi: string;
  readonly rank: number;
  /** Everybody who holds it today, the substantive holder first. */
  readonly holders: readonly Holding[];
}

export interface PostRecord extends PostLine {
  readonly designation: BilingualName;
  readonly reportsTo: (BilingualName & { readonly id: string }) | null;
  readonly closedOn: string | null;
  readonly items: number;
}

export async function readPost(id: string): Promise<PostRecord> {
  const post = await row<PostRecord>(
    `select ${lineColumns},
       json_build_object('nameEn', d.name_en, 'nameHi', d.name_hi) as designation,
       case when s.id is not null then
         json_build_object('id', s.id, 'nameEn', s.name_en, 'nameHi', s.name_hi) end as "reportsTo",
       p.closed_on as "closedOn",
       items_on_desk(p.id) as items
     ${fromPosts} left join posts s on s.id = p.reports_to_id
     where p.id = $id`,
    { id, day: today(now()) },
  );
  if (!post) {
    throw notFound();
  }
  return post;
}

export function postsOf(unitId: string): Promise<PostLine[]> {
  return rows<PostLine>(
    `select ${lineColumns} ${fromPosts}
     where p.unit_id = $unitId and p.closed_on is null order by d.rank, p.name_en`,
    { unitId, day: today(now()) },
  );
}

/** Everybody who ever held the post, the latest first. */
export function holdersOverTime(postId: string): Promise<Holding[]> {
  return rows<Holding>(
    `select ${holdingColumns}
     from charges c join employees e on e.id = c.employee_id
     where c.post_id = $postId order by c.from_on desc, c.id desc limit 200`,
    { postId },
  );
}

export interface PostFilter {
  readonly q?: string | undefined;
  readonly vacant?: boolean | undefined;
  readonly before?: string | undefined;
}

const page = 50;

/** Open posts by name, fifty at a time; the cursor is the last name and id shown. */
export async function listPosts(filter: PostFilter) {
  const [name = "", id = "00000000-0000-0000-0000-000000000000"] = readCursor(filter.before);
  const found = await rows<PostLine>(
    `select ${lineColumns} ${fromPosts}
     where p.closed_on is null and (p.name_en, p.id) > ($name, $id::uuid)
       and concat_ws(' ', p.name_en, p.name_hi, p.marking, p.code, u.name_en, u.name_hi) ilike all (
         select '%' || word || '%' from regexp_split_to_table($words, '\\s+') as word)
       and (not $vacant::boolean or not exists (select 1 from charges c where c.post_id = p.id and ${isNow}))
     order by p.name_en, p.id limit ${page + 1}`,
    {
      name,
      id,
      words: escapeLike(filter.q ?? ""),
      vacant: filter.vacant ?? false,
      day: today(now()),
    },
  );
  const posts = found.slice(0, page);
  const last = posts.at(-1);
  return { posts, next: found.length > page && last ? cursorOf(last.nameEn, last.id) : undefined };
}

export function cursorOf(name: string, id: string): string {
  return Buffer.from(JSON.stringify([name, id])).toString("base64url");
}

/** The two parts of a cursor; a spoilt one means the first page. */
export function readCursor(cursor: string | undefined): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor ?? "", "base64url").toString());
    return Array.isArray(parts) && isId(parts[1]) ? parts.map(String) : [];
  } catch {
    return [];
  }
}

function isId(text: unknown): boolean {
  return typeof text === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}

const isNow = `c.from_on <= $day and (c.until_on is null or c.until_on >= $day)`;

export const holdingColumns = `
  c.id as "chargeId", c.employee_id as "employeeId", e.code as "employeeCode", e.name_en as "nameEn",
  e.name_hi as "nameHi", c.kind, c.from_on as "fromOn", c.until_on as "untilOn",
  c.order_number as "orderNumber", c.order_on as "orderOn"`;

const lineColumns = `
  p.id, p.code, p.name_en as "nameEn", p.name_hi as "nameHi", p.marking, p.unit_id as "unitId",
  u.name_en as "unitNameEn", u.name_hi as "unitNameHi", d.rank,
  coalesce((select json_agg(h) from (
    select ${holdingColumns}
    from charges c join employees e on e.id = c.employee_id
    where c.post_id = p.id and ${isNow}
    order by case c.kind when 'substantive' then 0 when 'additional' then 1 else 2 end) as h), '[]') as holders`;

const fromPosts = `
  from posts p join units u on u.id = p.unit_id join designations d on d.id = p.designation_id`;
