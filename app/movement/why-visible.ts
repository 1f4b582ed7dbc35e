import { rows, type Actor, type BilingualName } from "../base/index.ts";
import { findItem, viewer, type Item } from "./item.ts";
import { opensInside, reader, reasons, type Reason } from "./visibility.ts";

/** One fact that opens an item to the reader; `file` names the file in which it lies, where that opens it. */
export interface Opening {
  readonly reason: Reason["name"];
  readonly at: Date | null;
  readonly receivedAt: Date | null;
  readonly sentAt: Date | null;
  readonly unit: BilingualName | null;
  readonly file: string | null;
}

/** Every reason for which the reader sees an item. Who has none does not find it. */
export async function whyVisible(
  actor: Actor,
  itemId: string,
): Promise<{ readonly item: Item; readonly openings: readonly Opening[] }> {
  const item = await findItem(actor, itemId);
  return { item, openings: await rows<Opening>(statement, { id: item.id, ...viewer(actor) }) };
}

/** When or where the fact of each reason came about, as SQL over an item's alias. */
const evidence: Readonly<Record<Reason["name"], (alias: string) => string>> = {
  holds: (alias) => `${alias}.arrived_at as at, ${none}`,
  made: (alias) => `${alias}.created_at as at, ${none}`,
  passed: (alias) => `(${lastMovement(alias, "m.to_post_id, m.from_post_id")}) as at,
    (${lastMovement(alias, "m.to_post_id")} and m.kind <> 'created') as "receivedAt",
    (${lastMovement(alias, "m.from_post_id")} and m.kind <> 'created') as "sentAt", null::json as unit`,
  copied: (alias) => `(select max(copy.at) from item_copies copy where copy.item_id = ${alias}.id
      and copy.post_id = ${reader.post}) as at, ${none}`,
  covers: (alias) => `null::timestamptz as at, null::timestamptz as "receivedAt",
    null::timestamptz as "sentAt", (select json_build_object('nameEn', name_en, 'nameHi', name_hi)
      from units where units.id = ${alias}.unit_id) as unit`,
};

const none = `null::timestamptz as "receivedAt", null::timestamptz as "sentAt", null::json as unit`;

function lastMovement(alias: string, ends: string): string {
  return `select max(m.at) from movements m where m.item_id = ${alias}.id and ${reader.post} in (${ends})`;
}

const own = reasons.map(
  (reason) => `select '${reason.name}' as reason, ${evidence[reason.name]("i")}, null::text as file
    from items i where i.id = $id and ${reason.holds("i", reader)}`,
);

const through = reasons.map(
  (
    reason,
  ) => `select '${reason.name}' as reason, ${evidence[reason.name]("file")}, file.number as file
    from items i join items file on file.id = i.parent_id
    where i.id = $id and ${opensInside(reason, { alias: "i", parent: "file" }, reader)}`,
);

const statement = [...own, ...through].join("\n    union all\n    ");
