import { classes } from "./classes.ts";
import { describe, FieldNotes } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { useField } from "./form-state.ts";

/** One yes or no. It posts `value` (`true` unless told) when ticked and nothing when not. */
export function Checkbox(
  props: Omit<FieldProps, "optional"> & {
    readonly value?: string | undefined;
    readonly checked?: boolean | undefined;
  },
) {
  const { error, id, typed } = useField(props.name);
  const value = props.value ?? "true";
  return (
    <div class={classes("field", "field-choice", error !== undefined && "field-wrong")}>
      <FieldNotes id={id} hint={undefined} error={error} />
      <div class="choice">
        <input
          id={id}
          name={props.name}
          type="checkbox"
          value={value}
          checked={typed === undefined ? props.checked : typed === value || typed === true}
          {...describe({ id, hint: props.hint, error })}
        />
        <label for={id}>{props.label}</label>
      </div>
      {props.hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
