import type { ComponentChildren } from "preact";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

export interface ButtonProps {
  readonly kind?: "primary" | "secondary" | "danger" | "link" | undefined;
  /** With an address it is a link that looks like a button. */
  readonly href?: string | undefined;
  readonly type?: "submit" | "button" | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly action?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly disabled?: boolean | undefined;
  /** Opens its address beside the page instead of leaving it; without script it is an ordinary link. */
  readonly drawer?: boolean | undefined;
  readonly download?: boolean | undefined;
  /** The key that presses it on the item or page at hand, such as `s`. */
  readonly shortcut?: string | undefined;
  readonly children: ComponentChildren;
}

/** A verb. One primary a screen. */
export function Button(props: ButtonProps) {
  const kind = props.kind ?? "secondary";
  const look = classes("button", `button-${kind}`);
  const inside = (
    <>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </>
  );
  if (props.href !== undefined) {
    return (
      <a
        class={look}
        href={props.href}
        download={props.download}
        data-enhance={props.drawer === true ? "drawer" : undefined}
        data-shortcut={props.shortcut}
      >
        {inside}
      </a>
    );
  }
  return (
    <button
      class={look}
      type={props.type ?? "submit"}
      name={props.name}
      value={props.value}
      formAction={props.action}
      disabled={props.disabled}
      data-shortcut={props.shortcut}
    >
      {inside}
    </button>
  );
}

export function ButtonBar({ children }: { readonly children: ComponentChildren }) {
  return <div class="button-bar">{children}</div>;
}

/** The bar that stays at the foot of a page where one acts on a whole record. */
export function ActionBar({ children }: { readonly children: ComponentChildren }) {
  return <div class="action-bar">{children}</div>;
}
