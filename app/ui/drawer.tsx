import type { ComponentChildren } from "preact";
import { Mixed } from "./mixed.tsx";

/**
 * The content of a page that may also open beside another one. A `Button` or link with `drawer`
 * leads to it: with script it slides in, without it is simply the next page.
 */
export function Drawer(props: {
  readonly title: string;
  readonly about?: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="drawer-page" data-drawer>
      <h1>
        <Mixed text={props.title} />
      </h1>
      {props.about !== undefined && (
        <p class="quiet">
          <Mixed text={props.about} />
        </p>
      )}
      {props.children}
    </section>
  );
}
