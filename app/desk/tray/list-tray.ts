import { now, rows, today, type Actor } from "../../base/index.ts";
import { viewer, visibleTo } from "../../movement/index.ts";
import type { DeskName, TrayQuestion } from "./input.ts";
import { afterCursor, happened, orderBy, orders, readCursor, writeCursor } from "./orders.ts";
import { dressed, type TrayRow } from "./row.ts";

export const rowsOnPage = 50;

interface List {
  /** Everything after `from`, naming the item `i`. */
  readonly from: string;
  readonly where: string;
  readonly order: Parameters<typeof orderBy>[0];
  readonly at: string;
  readonly unread: string;
  readonly post: string;
  /** The movement that tells who sent it, or to whom. */
  readonly told: string;
}

/** One page of one list of the tray, in one statement, and where the next one begins. */
export async function listTray(
  actor: Actor,
  question: TrayQuestion,
): Promise<{ rows: TrayRow[]; before: string | undefined }> {
  const list = listOf(question);
  const found = await rows<TrayRow>(statementFor(list, question), {
    ...viewer(actor),
    ...readCursor(list.order, question.before),
    folder: question.folder ?? null,
    kind: question.kind ?? null,
    priority: question.priority ?? null,
    sender: question.from ?? null,
    today: today(now()),
    now: now(),
    limit: rowsOnPage + 1,
  });
  const page = found.slice(0, rowsOnPage);
  const last = page.at(-1);
  const isMore = found.length > rowsOnPage && last !== undefined;
  return { rows: page, before: isMore ? writeCursor(last.cursor, last.id) : undefined };
}

/** Finds one page by the index of its order, then dresses only that. */
function statementFor(list: List, question: TrayQuestion): string {
  const conditions = [list.where, ...filters(question), afterCursor(list.order), visibleTo("i")];
  const page = `
    select i.id, ${list.order.by}::text as key, ${list.at} as at, ${list.unread} as unread,
      ${list.post} as post, ${list.told} as told
    from ${list.from} where ${conditions.join(" and ")} ${orderBy(list.order)} limit $limit`;
  const order = list.order.by === list.at ? happened("page.at") : list.order;
  return dressed(page, { person: question.desk === "sent" ? "to" : "from", order: orderBy(order) });
}

const onDesk = "i.holder_post_id = $viewerPost and i.state in ('created', 'moving', 'parked')";
/** What is parked wakes on its day and stands in the inbox again. */
const awake = `(i.state = 'moving' or (i.state = 'parked' and i.parked_until <= $today::date))`;

const held = {
  from: "items i",
  at: "i.arrived_at",
  unread: "i.opened_at is null",
  post: "i.from_post_id",
  told: "null::uuid",
};

function listOf({ desk, sort }: TrayQuestion): List {
  const order = orders[sort];
  switch (desk) {
    case "inbox":
      return { ...held, order, where: `${onDesk} and ${awake}` };
    case "created":
      return { ...held, order, where: `${onDesk} and i.state = 'created'` };
    case "parked":
      return { ...held, order, where: `${onDesk} and i.state = 'parked'` };
    case "closed":
      return closed;
    case "sent":
      return sent;
    case "copies":
      return copies;
    case "folder":
      return {
        ...held,
        order,
        from: "filings f join items i on i.id = f.item_id",
        where: "f.folder_id = $folder and f.post_id = $viewerPost and i.state <> 'deleted'",
        unread: "(i.opened_at is null and i.holder_post_id = $viewerPost)",
      };
  }
}

const closed: List = {
  ...held,
  order: happened("i.closed_at"),
  at: "i.closed_at",
  unread: "false",
  where: "i.holder_post_id = $viewerPost and i.state = 'closed'",
};

/** What this post sent and does not hold again, each item once, by its last sending. */
const sent: List = {
  from: "movements sending join items i on i.id = sending.item_id",
  order: happened("sending.at"),
  at: "sending.at",
  unread: "false",
  post: "sending.to_post_id",
  told: "sending.id",
  where: `sending.from_post_id = $viewerPost and sending.kind in ('sent', 'returned', 'replied')
    and i.holder_post_id is distinct from $viewerPost::uuid and i.state <> 'deleted'
    and not exists (select from movements later where later.item_id = sending.item_id
      and later.sequence > sending.sequence and later.from_post_id = sending.from_post_id
      and later.kind in ('sent', 'returned', 'replied', 'pulled-back'))`,
};

const copies: List = {
  from: `item_copies copied join items i on i.id = copied.item_id
    join movements marking on marking.id = copied.movement_id`,
  order: happened("copied.at"),
  at: "copied.at",
  unread: "copied.read_at is null",
  post: "marking.from_post_id",
  told: "marking.id",
  where: "copied.post_id = $viewerPost",
};

function filters({ desk, show, kind, priority, from }: TrayQuestion): string[] {
  return [
    ...(kind === undefined ? [] : ["i.kind = $kind"]),
    ...(priority === undefined ? [] : ["i.priority = $priority"]),
    ...(from === undefined ? [] : ["i.from_post_id = $sender"]),
    ...(show === "unread" ? [unreadOn(desk)] : []),
    ...(show === "due" ? ["(i.due_on = $today::date or i.parked_until <= $today::date)"] : []),
    ...(show === "overdue" ? ["i.due_on < $today::date"] : []),
  ];
}

function unreadOn(desk: DeskName): string {
  return desk === "copies" ? "copied.read_at is null" : "i.opened_at is null";
}
