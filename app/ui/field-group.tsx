import type { ComponentChildren } from "preact";
import { classes } from "./classes.ts";

/** Fields that belong together under one heading; `columns` sets them side by side where there is room. */
export function FieldGroup(props: {
  readonly label: string;
  readonly columns?: 1 | 2 | 3 | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="field-group">
      <legend>{props.label}</legend>
      <div class={classes("field-columns", `field-columns-${props.columns ?? 1}`)}>
        {props.children}
      </div>
    </fieldset>
  );
}
