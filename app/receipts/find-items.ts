import { rows, type Actor, type FormState } from "../base/index.ts";
import { itemKind, viewer, visibleTo } from "../movement/index.ts";

/** An item that a letter may answer. */
export interface FoundItem {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
}

/** Items one may see with these words in number or subject, the latest first. */
export function findItems(actor: Actor, words: string): Promise<FoundItem[]> {
  return rows<FoundItem>(
    `select i.id, i.kind, i.number, i.subject from items i
     where (i.number || ' ' || i.subject) ilike $words and i.state <> 'deleted' and ${visibleTo("i")}
     order by i.created_at desc limit 10`,
    { words: `%${words.replace(/[%_\\]/g, "\\$&")}%`, ...viewer(actor) },
  );
}

/** The item chosen in a form, and what was found for the words typed where there is no script. */
export async function replyOptions(
  actor: Actor,
  form: FormState,
  chosen: string | undefined,
): Promise<FoundItem[]> {
  const typed = form.values["_text_replyToItemId"];
  const isAsked = form.values["_find"] === "replyToItemId" && typeof typed === "string";
  const id = form.values["replyToItemId"] ?? chosen;
  const known = typeof id === "string" ? await itemById(actor, id) : [];
  return [...known, ...(isAsked ? await findItems(actor, typed) : [])];
}

function itemById(actor: Actor, id: string): Promise<FoundItem[]> {
  return rows<FoundItem>(
    `select i.id, i.kind, i.number, i.subject from items i where i.id::text = $id and ${visibleTo("i")}`,
    { id, ...viewer(actor) },
  );
}

export function kindWords({ kind }: FoundItem): string {
  return itemKind(kind).name;
}
