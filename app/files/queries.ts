import { now, rows, type Actor, type BilingualName } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import type { MainCategory } from "../receipts/index.ts";
import type { ListFilesQuestion } from "./input.ts";

export interface FileLine {
  readonly id: string;
  readonly number: string;
  readonly computerNumber: number;
  readonly subject: string;
  readonly mainCategory: MainCategory;
  readonly state: string;
  readonly openedOn: Date;
  readonly holder: BilingualName | null;
  readonly unit: BilingualName;
  readonly daysHere: number;
}

export const filesOnPage = 50;

/** Files the actor may see, newest first. */
export function listFiles(
  actor: Actor,
  question: ListFilesQuestion,
  most = filesOnPage,
): Promise<FileLine[]> {
  return rows<FileLine>(listStatement, {
    words: question.q ? `%${question.q.replace(/[%_\\]/g, "\\$&")}%` : null,
    state: question.state ?? null,
    category: question.category ?? null,
    year: question.year ?? null,
    mine: question.where === "here",
    before: question.before ?? null,
    limit: most,
    at: now(),
    ...viewer(actor),
  });
}

/** Row security makes it dear to look at every cover: each is looked up for an item in sight, `offset` sees to it. */
const listStatement = `
  select i.id, i.number, i.computer_number as "computerNumber", i.subject, f.main_category as "mainCategory",
    i.state, i.created_at as "openedOn",
    case when p.id is not null then json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi) end as holder,
    json_build_object('nameEn', u.name_en, 'nameHi', u.name_hi) as unit,
    working_days(i.arrived_at, coalesce(i.closed_at, $at)) as "daysHere"
  from items i
  join lateral (select cover.main_category from files cover where cover.item_id = i.id
    and ($category::text is null or cover.main_category = $category)
    and ($year::int is null or cover.year = $year) offset 0) f on true
  join units u on u.id = i.unit_id
  left join posts p on p.id = i.holder_post_id
  where i.kind = 'file' and i.state <> 'deleted' and ${visibleTo("i")}
    and ($words::text is null or (i.number || ' ' || i.subject) ilike $words)
    and ($state::text is null or i.state = $state)
    and ($mine::boolean is not true or i.holder_post_id = $viewerPost::uuid)
    and ($before::uuid is null or (i.created_at, i.id) < (select b.created_at, b.id from items b where b.id = $before))
  order by i.created_at desc, i.id desc limit $limit`;

export interface FileOption {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
}

/** Files on the actor's own desk: those a paper can be put in. */
export function filesOnDesk(actor: Actor, words = ""): Promise<FileOption[]> {
  return rows<FileOption>(
    `select id, number, subject from items
     where kind = 'file' and holder_post_id = $post and state in ('created', 'moving')
       and (number || ' ' || subject) ilike $words
     order by arrived_at desc limit 50`,
    { post: actor.postId, words: `%${words.replace(/[%_\\]/g, "\\$&")}%` },
  );
}
