import { notFound, row, rows, type BilingualName } from "../base/index.ts";
import type { DraftedLetter } from "./drafted-letter.ts";

/** One state of a draft, as one hand left it. Never changed. */
export interface Version {
  readonly version: number;
  readonly letter: DraftedLetter;
  readonly postId: string;
  readonly post: BilingualName;
  readonly person: BilingualName;
  readonly at: Date;
}

/** Every version of a draft, oldest first. */
export function versionsOf(draftId: string): Promise<Version[]> {
  return rows<Version>(`${select} where v.draft_id = $draftId order by v.version`, { draftId });
}

export async function letterAt(draftId: string, version: number): Promise<DraftedLetter> {
  const found = await row<Version>(
    `${select} where v.draft_id = $draftId and v.version = $version`,
    { draftId, version },
  );
  if (!found) {
    throw notFound();
  }
  return found.letter;
}

const select = `
  select v.version, v.letter, v.post_id as "postId", v.at,
    json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi) as post,
    json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi) as person
  from draft_versions v join posts p on p.id = v.post_id join employees e on e.id = v.employee_id`;
