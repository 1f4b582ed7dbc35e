import { classes } from "./classes.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { asText, useField } from "./form-state.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

/** One choice of a list. `empty` is the words of the choice that chooses nothing. */
export function Select(
  props: FieldProps & {
    readonly options: readonly (Option | OptionGroup)[];
    readonly value?: string | undefined;
    readonly empty?: string | undefined;
    readonly size?: "short" | "medium" | "long" | undefined;
  },
) {
  const { typed } = useField(props.name);
  const chosen = asText(typed, props.value);
  return (
    <Field {...props}>
      {(control) => (
        <select {...control} class={classes("control", `control-${props.size ?? "medium"}`)}>
          {props.empty !== undefined && <option value="">{props.empty}</option>}
          <Options options={props.options} chosen={[chosen]} />
        </select>
      )}
    </Field>
  );
}

export function Options(props: {
  readonly options: readonly (Option | OptionGroup)[];
  readonly chosen: readonly string[];
}) {
  return (
    <>
      {props.options.map((option) =>
        "options" in option ? (
          <optgroup key={option.label} label={option.label}>
            <Options options={option.options} chosen={props.chosen} />
          </optgroup>
        ) : (
          <option
            key={option.value}
            value={option.value}
            selected={props.chosen.includes(option.value)}
          >
            {option.label}
          </option>
        ),
      )}
    </>
  );
}
