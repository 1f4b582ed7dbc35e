import { t } from "../base/words.ts";
import type { ComponentChildren } from "preact";
import { classes } from "./classes.ts";
import { DateTime } from "./date-time.tsx";
import { Due } from "./due.tsx";
import type { DueProps } from "./due.tsx";
import { Mixed } from "./mixed.tsx";
import { PriorityTag } from "./priority-tag.tsx";
import type { Priority } from "./priority-tag.tsx";

export interface ItemRowProps {
  readonly id: string;
  readonly href: string;
  /** The kind in one word: FILE, DAK. */
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
  readonly unread?: boolean | undefined;
  readonly selectable?: boolean | undefined;
  readonly priority?: Priority | undefined;
  readonly due?: DueProps | undefined;
  /** Who sent it, or who holds it, as a whole sentence part: "from Under Secretary (Revenue)". */
  readonly who?: string | undefined;
  readonly action?: string | undefined;
  readonly arrivedAt?: Date | string | undefined;
  /** Working days on this desk, and since it began. */
  readonly daysHere?: number | undefined;
  readonly daysInAll?: number | undefined;
  readonly tags?: ComponentChildren;
}

/** One item in two lines: what it is, then where it comes from and since when it lies here. */
export function ItemRow(props: ItemRowProps) {
  return (
    <li class={classes("item", props.unread === true && "item-unread")} data-item={props.id}>
      <ItemMark {...props} />
      <div class="item-what">
        <span class="item-kind">{props.kind}</span>
        <span class="item-number">
          <Mixed text={props.number} />
        </span>
        <a class="item-subject" href={props.href}>
          <Mixed text={props.subject} />
        </a>
      </div>
      <div class="item-when">
        {props.tags}
        {props.priority && <PriorityTag {...props.priority} />}
        {props.due && <Due {...props.due} />}
      </div>
      <div class="item-whence">
        {props.who !== undefined && <Mixed text={props.who} />}
        {props.action !== undefined && (
          <q>
            <Mixed text={props.action} />
          </q>
        )}
      </div>
      <ItemStay {...props} />
    </li>
  );
}

function ItemMark(props: ItemRowProps) {
  return (
    <div class="item-mark">
      {props.selectable === true && (
        <input
          type="checkbox"
          name="ids"
          value={props.id}
          aria-label={t("Select {number}", { number: props.number })}
        />
      )}
      {props.unread === true && <span class="item-dot" role="img" aria-label={t("Unread")} />}
    </div>
  );
}

function ItemStay({ arrivedAt, daysHere, daysInAll }: ItemRowProps) {
  return (
    <div class="item-stay">
      {arrivedAt !== undefined && <DateTime at={arrivedAt} />}
      {daysHere !== undefined && <span>{t("here {count} d", { count: daysHere })}</span>}
      {daysInAll !== undefined && <span>{t("{count} d in all", { count: daysInAll })}</span>}
    </div>
  );
}
