import { z } from "zod";
import { rows, type Actor, type BilingualName } from "../base/index.ts";
import { viewer, visibleTo, type Item } from "../movement/index.ts";
import type { RegisterFilter } from "./input.ts";
import type { Letter } from "./letter.ts";

/** A line of the inward register. */
export interface RegisterLine
  extends
    Pick<
      Letter,
      | "receivedOn"
      | "letterOn"
      | "letterNumber"
      | "senderType"
      | "senderName"
      | "senderDesignation"
      | "senderOrganisation"
      | "city"
      | "mainCategory"
      | "deliveryMode"
      | "vipType"
      | "vipName"
    >,
    Pick<Item, "id" | "number" | "subject" | "state" | "priority" | "classification" | "nature"> {
  readonly diarySerial: number;
  readonly createdAt: Date;
  /** The desk it lies on; none inside a file. */
  readonly desk: BilingualName | null;
  /** The file it was put into, if the reader may see that. */
  readonly fileNumber: string | null;
}

export interface RegisterPage {
  readonly lines: readonly RegisterLine[];
  /** The cursor of what is older, if there is more. */
  readonly before: string | undefined;
}

const pageLength = 50;

/** The register of a section, the latest on top, fifty at a time. */
export async function listReceipts(
  actor: Actor,
  filter: RegisterFilter & { readonly before?: string | undefined },
): Promise<RegisterPage> {
  const found = await readLines(actor, filter, pageLength + 1);
  const lines = found.slice(0, pageLength);
  const last = lines.at(-1);
  const before = found.length > pageLength && last ? cursorOf(last) : undefined;
  return { lines, before };
}

/** The whole of it, for a sheet or for print, as far as `limit` goes. */
export function readLines(
  actor: Actor,
  filter: RegisterFilter & { readonly before?: string | undefined },
  limit: number,
): Promise<RegisterLine[]> {
  return rows<RegisterLine>(statement, {
    section: filter.section ?? actor.unitId,
    ...criteria(filter),
    ...placeOf(filter.before),
    limit,
    ...viewer(actor),
  });
}

function criteria({ category, from, mode, q, senderType, until, vip }: RegisterFilter) {
  return {
    from: from ?? null,
    until: until ?? null,
    senderType: senderType ?? null,
    category: category ?? null,
    mode: mode ?? null,
    vip: vip === "yes",
    words: q === undefined ? null : `%${q.replace(/[%_\\]/g, "\\$&")}%`,
  };
}

const Place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where to go on; a cursor that is none begins at the top. */
function placeOf(before: string | undefined) {
  const [beforeAt, beforeId] = Place.safeParse(before?.split("~")).data ?? [null, null];
  return { beforeAt, beforeId };
}

function cursorOf({ createdAt, id }: RegisterLine): string {
  return `${createdAt.toISOString()}~${id}`;
}

const statement = `
  select i.id, i.number, i.subject, i.state, i.priority, i.classification, i.nature,
    i.created_at as "createdAt", r.diary_serial as "diarySerial", r.received_on as "receivedOn",
    r.letter_on as "letterOn", r.letter_number as "letterNumber", r.sender_type as "senderType",
    r.sender_name as "senderName", r.sender_designation as "senderDesignation",
    r.sender_organisation as "senderOrganisation", r.city, r.main_category as "mainCategory",
    r.delivery_mode as "deliveryMode", r.vip_type as "vipType", r.vip_name as "vipName",
    file.number as "fileNumber",
    case when p.id is not null then
      json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi) end as desk
  from items i
  join receipts r on r.item_id = i.id
  left join posts p on p.id = i.holder_post_id
  left join items file on file.id = i.parent_id and ${visibleTo("file")}
  where i.unit_id = $section and i.kind = 'receipt' and ${visibleTo("i")}
    and ($from::date is null or r.received_on >= $from::date)
    and ($until::date is null or r.received_on <= $until::date)
    and ($senderType::text is null or r.sender_type = $senderType)
    and ($category::text is null or r.main_category = $category)
    and ($mode::text is null or r.delivery_mode = $mode)
    and (not $vip::boolean or r.vip_type is not null)
    and ($words::text is null or concat_ws(' ', i.number, i.subject, r.sender_name,
      r.sender_designation, r.sender_organisation, r.letter_number) ilike $words)
    and ($beforeAt::timestamptz is null
      or (i.created_at, i.id) < ($beforeAt::timestamptz, $beforeId::uuid))
  order by i.created_at desc, i.id desc
  limit $limit`;
