import { notFound, now, row, today, type Actor, type BilingualName } from "../base/index.ts";
import { itemColumns, viewer, visibleTo, type Item } from "../movement/index.ts";
import type { MainCategory } from "../receipts/index.ts";

/** The cover of a file; what moves is its item. */
export interface File {
  readonly itemId: string;
  readonly number: string;
  readonly numbering: "heads" | "free";
  readonly year: number;
  readonly description: string | null;
  readonly mainCategory: MainCategory;
  readonly subCategory: string | null;
  readonly language: "hi" | "en";
  readonly previousReferences: string | null;
  readonly laterReferences: string | null;
  readonly remarks: string | null;
  readonly recordCategory: "A" | "B" | "C" | null;
  readonly closingRemarks: string | null;
  readonly mainFileId: string | null;
  readonly volume: number;
  /** The last paragraph number of the green notes; the next note begins one later. */
  readonly lastParagraph: number;
  readonly lastSerial: number;
  /** The last page of the correspondence. */
  readonly lastPage: number;
  readonly item: Item;
}

/** Where a file lies and belongs, for whoever looks at it. */
export interface FilePlace {
  readonly holder: BilingualName | null;
  /** Who sits at that desk today. */
  readonly holderPerson: BilingualName | null;
  readonly unit: BilingualName;
  /** Working days on this desk, and since it was opened. */
  readonly daysHere: number;
  readonly daysInAll: number;
  readonly mainFile: { readonly id: string; readonly number: string } | null;
}

/** The file, if the actor may see it. One statement for cover and item. */
export async function findFile(actor: Actor, itemId: string): Promise<File> {
  const found = await row<File>(
    `select ${fileColumns}, ${itemObject} from files f join items i on i.id = f.item_id
     where f.item_id = $itemId and ${visibleTo("i")}`,
    { itemId, ...viewer(actor) },
  );
  return read(found);
}

/** The file and where it lies, in one statement. */
export async function findPlacedFile(actor: Actor, itemId: string): Promise<PlacedFile> {
  const found = await row<PlacedFile>(placedStatement, {
    itemId,
    at: now(),
    day: today(now()),
    ...viewer(actor),
  });
  return read(found);
}

export type PlacedFile = File & { readonly place: FilePlace };

function read<Found extends File>(found: Found | undefined): Found {
  if (!found) {
    throw notFound();
  }
  return { ...found, item: withMoments(found.item) };
}

/** Moments come out of JSON as text. */
function withMoments(item: Item): Item {
  const moment = (value: Date | string | null) => (value === null ? null : new Date(value));
  return {
    ...item,
    arrivedAt: new Date(item.arrivedAt),
    createdAt: new Date(item.createdAt),
    openedAt: moment(item.openedAt),
    closedAt: moment(item.closedAt),
  };
}

export const fileColumns = `
  f.item_id as "itemId", f.number, f.numbering, f.year, f.description, f.main_category as "mainCategory",
  f.sub_category as "subCategory", f.language, f.previous_references as "previousReferences",
  f.later_references as "laterReferences", f.remarks, f.record_category as "recordCategory",
  f.closing_remarks as "closingRemarks", f.main_file_id as "mainFileId", f.volume,
  f.last_paragraph as "lastParagraph", f.last_serial as "lastSerial", f.last_page as "lastPage"`;

const itemObject = `(select to_jsonb(item) from (select ${itemColumns}) as item) as item`;

const placedStatement = `
  select ${fileColumns}, ${itemObject},
    json_build_object(
      'holder', case when p.id is not null then json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi) end,
      'holderPerson', (select json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi)
        from charges c join employees e on e.id = c.employee_id
        where c.post_id = p.id and c.kind <> 'link' and c.from_on <= $day
          and (c.until_on is null or c.until_on >= $day) order by c.kind desc limit 1),
      'unit', json_build_object('nameEn', u.name_en, 'nameHi', u.name_hi),
      'daysHere', working_days(i.arrived_at, coalesce(i.closed_at, $at)),
      'daysInAll', working_days(i.created_at, coalesce(i.closed_at, $at)),
      'mainFile', case when m.item_id is not null then json_build_object('id', m.item_id, 'number', m.number) end
    ) as place
  from files f
  join items i on i.id = f.item_id
  join units u on u.id = i.unit_id
  left join posts p on p.id = i.holder_post_id
  left join files m on m.item_id = f.main_file_id
  where f.item_id = $itemId and ${visibleTo("i")}`;
