import { invalid, notFound, now, row, rows, today, type BilingualName } from "../base/index.ts";

/** A post, and who sits there today. */
export interface Post extends BilingualName {
  readonly id: string;
  readonly marking: string;
  readonly unitId: string;
  readonly unitNameEn: string;
  readonly unitNameHi: string;
  readonly rank: number;
  readonly holder: (BilingualName & { readonly id: string; readonly charge: string }) | null;
}

export function isVacant(post: Post): boolean {
  return post.holder === null;
}

/** The open post with this id; a form's field is named so that the refusal stands by it. */
export async function findPost(id: string, field?: string): Promise<Post> {
  const post = await row<Post>(`${selectPosts} where p.id = $id and p.closed_on is null`, {
    id,
    day: today(now()),
  });
  if (!post) {
    throw field ? invalid(field, "There is no such post. Choose from the list.") : notFound();
  }
  return post;
}

/** Posts whose name, marking, unit or holder has these words, in either script; best match first. */
export function searchPosts(words: string, limit = 20): Promise<Post[]> {
  return rows<Post>(
    `${selectPosts}
     where p.closed_on is null and
       concat_ws(' ', p.name_en, p.name_hi, p.marking, u.name_en, u.name_hi, holder."nameEn", holder."nameHi")
       ilike all (select '%' || word || '%' from regexp_split_to_table($words, '\\s+') as word)
     order by d.rank, p.name_en limit $limit`,
    { words: words.replace(/[%_\\]/g, "\\$&"), limit, day: today(now()) },
  );
}

const selectPosts = `
  select p.id, p.name_en as "nameEn", p.name_hi as "nameHi", p.marking, p.unit_id as "unitId",
    u.name_en as "unitNameEn", u.name_hi as "unitNameHi", d.rank, to_json(holder) as holder
  from posts p
  join units u on u.id = p.unit_id
  join designations d on d.id = p.designation_id
  left join lateral (
    select e.id, e.name_en as "nameEn", e.name_hi as "nameHi", c.kind as charge
    from charges c join employees e on e.id = c.employee_id
    where c.post_id = p.id and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)
    order by case c.kind when 'substantive' then 0 when 'additional' then 1 else 2 end limit 1
  ) as holder on true`;
