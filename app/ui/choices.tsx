import { classes } from "./classes.ts";
import { describe, FieldLabel, FieldNotes } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { asChosen, useField } from "./form-state.ts";
import type { Option } from "./select.tsx";

export interface ChoicesProps extends FieldProps {
  readonly options: readonly (Option & { readonly hint?: string | undefined })[];
  readonly value?: string | readonly string[] | undefined;
  /** Side by side, for two or three short words. */
  readonly inline?: boolean | undefined;
}

/** One of a few, all of them in sight. */
export function Radios(props: ChoicesProps) {
  return <Choices {...props} type="radio" />;
}

/** Any of a few, all of them in sight. */
export function Checkboxes(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />;
}

function Choices(props: ChoicesProps & { readonly type: "radio" | "checkbox" }) {
  const { error, id, typed } = useField(props.name);
  const chosen = asChosen(typed, props.value);
  const notes = { id, hint: props.hint, error };
  return (
    <fieldset
      class={classes("field", "choices", error !== undefined && "field-wrong")}
      aria-describedby={describe(notes)["aria-describedby"]}
    >
      <legend>
        <FieldLabel label={props.label} optional={props.optional} />
      </legend>
      <FieldNotes {...notes} />
      <div class={classes("choices-list", props.inline === true && "choices-inline")}>
        {props.options.map((option, index) => (
          <div class="choice" key={option.value}>
            <input
              id={index === 0 ? id : `${id}-${index}`}
              name={props.name}
              type={props.type}
              value={option.value}
              checked={chosen.includes(option.value)}
            />
            <label for={index === 0 ? id : `${id}-${index}`}>
              {option.label}
              {option.hint !== undefined && <span class="field-hint">{option.hint}</span>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
