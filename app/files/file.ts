import { notFound, row, type Actor } from "../base/index.ts";
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

/** The file, if the actor may see it. One statement for cover and item. */
export async function findFile(actor: Actor, itemId: string): Promise<File> {
  const found = await row<File>(
    `select ${fileColumns}, (select to_jsonb(item) from (select ${itemColumns}) as item) as item
     from files f join items i on i.id = f.item_id
     where f.item_id = $itemId and ${visibleTo("i")}`,
    { itemId, ...viewer(actor) },
  );
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
