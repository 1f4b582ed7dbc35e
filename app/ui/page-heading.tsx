import type { ComponentChildren } from "preact";
import { Mixed } from "./mixed.tsx";

/** The one h1 of a page, with what can be done about the whole of it. */
export function PageHeading(props: {
  readonly title: string;
  readonly hint?: ComponentChildren;
  readonly actions?: ComponentChildren;
}) {
  return (
    <header class="page-heading">
      <div>
        <h1>
          <Mixed text={props.title} />
        </h1>
        {props.hint && <p class="quiet">{props.hint}</p>}
      </div>
      {props.actions && <div class="button-bar">{props.actions}</div>}
    </header>
  );
}
