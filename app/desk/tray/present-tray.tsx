import { formatDate, nameOf, now, t, today, words, type BilingualName } from "../../base/index.ts";
import { actionWords, itemKind, priorityTag } from "../../movement/index.ts";
import { Button, HiddenFields, Tag, type DueProps, type ItemRowProps } from "../../ui/index.ts";
import type { DeskName } from "./input.ts";
import type { TrayRow } from "./row.ts";

/** One row as the tray draws it, in the reader's language. */
export function presentRow(row: TrayRow, desk: DeskName): ItemRowProps {
  const kind = itemKind(row.kind);
  return {
    id: row.id,
    href: kind.path(row.id),
    kind: t(kind.name),
    number: row.number,
    subject: row.subject,
    unread: row.isUnread,
    selectable: desk === "inbox" || desk === "created",
    priority: row.priority === "ordinary" ? undefined : priorityTag(row.priority),
    due: row.dueOn === null ? undefined : { on: row.dueOn, state: dueState(row.dueOn) },
    who: whoOf(row, desk),
    action: actionWords(row.actionAsked),
    arrivedAt: row.at,
    daysHere: desk === "sent" || desk === "copies" ? undefined : (row.daysHere ?? undefined),
    daysInAll: row.daysInAll,
    tags: <RowTags row={row} desk={desk} />,
  };
}

const sentences = {
  from: words("from {who}"),
  to: words("to {who}"),
  toAndNow: words("to {who}; now with {holder}"),
} as const;

function whoOf({ post, person, holder }: TrayRow, desk: DeskName): string | undefined {
  if (!post) {
    return undefined;
  }
  const who = person
    ? t("{post}, {person}", { post: nameOf(post), person: nameOf(person) })
    : nameOf(post);
  if (desk !== "sent") {
    return t(sentences.from, { who });
  }
  return holder && !isSame(holder, post)
    ? t(sentences.toAndNow, { who, holder: nameOf(holder) })
    : t(sentences.to, { who });
}

function isSame(one: BilingualName, other: BilingualName): boolean {
  return one.nameEn === other.nameEn && one.nameHi === other.nameHi;
}

const soonDays = 3;

function dueState(dueOn: string): DueProps["state"] {
  const day = today(now());
  if (dueOn < day) {
    return "overdue";
  }
  return dueOn <= today(new Date(now().getTime() + soonDays * 86_400_000)) ? "soon" : "later";
}

function RowTags({ row, desk }: { readonly row: TrayRow; readonly desk: DeskName }) {
  return (
    <>
      {row.classification === "confidential" && <Tag tone="overdue">{t("Confidential")}</Tag>}
      {row.nature === "physical" && (
        <Tag>{row.isUnread ? t("Paper, to be received") : t("Paper")}</Tag>
      )}
      {row.state === "parked" && row.parkedUntil !== null && (
        <Tag tone="soon">{t("Parked until {date}", { date: formatDate(row.parkedUntil) })}</Tag>
      )}
      {row.state === "closed" && desk !== "closed" && <Tag tone="done">{t("Closed")}</Tag>}
      {desk === "sent" && row.canPullBack && <PullBack id={row.id} />}
    </>
  );
}

function PullBack({ id }: { readonly id: string }) {
  return (
    <form action={`/items/${id}/recall`} method="post" class="row-step">
      <HiddenFields />
      <Tag tone="soon">{t("Not opened")}</Tag>
      <Button kind="link">{t("Pull back")}</Button>
    </form>
  );
}
