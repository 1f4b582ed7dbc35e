import { row, type Actor, type BilingualName } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import type { HeadLevel } from "./choices.ts";

/** What stands on the cover beyond the file's own fields. */
export interface CoverDetails {
  readonly openedBy: BilingualName;
  readonly heads: readonly (BilingualName & {
    readonly level: HeadLevel;
    readonly code: string;
  })[];
  /** Part files and further volumes; only those the reader may see. */
  readonly parts: readonly {
    readonly id: string;
    readonly number: string;
    readonly subject: string;
    readonly state: string;
  }[];
}

/** The caller has found the file for the actor. */
export async function coverDetails(actor: Actor, fileId: string): Promise<CoverDetails> {
  const found = await row<CoverDetails>(statement, { fileId, ...viewer(actor) });
  if (!found) {
    throw new Error(`There is no file ${fileId}`);
  }
  return found;
}

const statement = `
  select json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi) as "openedBy",
    coalesce((select json_agg(json_build_object('level', h.level, 'code', h.code, 'nameEn', h.name_en,
        'nameHi', h.name_hi) order by array_position(array['basic','primary','secondary','tertiary'], h.level))
      from file_heads h
      where h.id in (f.basic_head_id, f.primary_head_id, f.secondary_head_id, f.tertiary_head_id)), '[]') as heads,
    coalesce((select json_agg(json_build_object('id', i.id, 'number', i.number, 'subject', i.subject,
        'state', i.state) order by i.created_at)
      from files part join items i on i.id = part.item_id
      where part.main_file_id = f.item_id and i.state <> 'deleted' and ${visibleTo("i")}), '[]') as parts
  from files f
  join items own on own.id = f.item_id
  join posts p on p.id = own.created_by_post_id
  where f.item_id = $fileId`;
