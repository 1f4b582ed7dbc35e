import type { ComponentChildren } from "preact";

/** Says kindly that there is nothing here, and what one might do. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="empty-state">
      <p class="empty-title">{props.title}</p>
      {props.children}
    </div>
  );
}
