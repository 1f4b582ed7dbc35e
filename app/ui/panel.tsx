import type { ComponentChildren } from "preact";

/** A part of a page under its own heading. */
export function Panel(props: {
  readonly title: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="panel">
      <header class="panel-heading">
        <h2>{props.title}</h2>
        {props.actions}
      </header>
      {props.children}
    </section>
  );
}

/** What can be opened when wanted. */
export function Disclosure(props: {
  readonly title: ComponentChildren;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="disclosure" open={props.open}>
      <summary>{props.title}</summary>
      <div class="disclosure-inside">{props.children}</div>
    </details>
  );
}
