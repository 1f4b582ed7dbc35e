import type { ComponentChildren } from "preact";
import { t } from "../base/words.ts";
import { HiddenFields } from "./hidden-fields.tsx";

/**
 * The tray's list. With `bulk` the rows can be ticked (they post `ids`) and the bar with these
 * buttons appears when one is. Keys: j/k move, Enter opens, x ticks, s presses the button with that shortcut.
 */
export function ItemList(props: {
  readonly label: string;
  readonly bulk?: { readonly action: string; readonly buttons: ComponentChildren } | undefined;
  readonly children: ComponentChildren;
}) {
  const list = (
    <ul class="items" aria-label={props.label} data-enhance="item-keys">
      {props.children}
    </ul>
  );
  if (props.bulk === undefined) {
    return list;
  }
  return (
    <form action={props.bulk.action} method="post" class="bulk" data-enhance="bulk">
      <HiddenFields back />
      {list}
      <div class="bulk-bar" role="group" aria-label={t("With the selected items")}>
        <span class="bulk-count" data-words={t("{count} selected", { count: "{count}" })} />
        {props.bulk.buttons}
      </div>
    </form>
  );
}
