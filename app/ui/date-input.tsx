import { t } from "../base/words.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { asText, useField } from "./form-state.ts";

/** A day; its value is `yyyy-mm-dd`. */
export function DateInput(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly min?: string | undefined;
    readonly max?: string | undefined;
  },
) {
  const { typed } = useField(props.name);
  return (
    <Field {...props} hint={props.hint ?? t("dd.mm.yyyy")}>
      {(control) => (
        <input
          {...control}
          class="control control-short"
          type="date"
          value={asText(typed, props.value)}
          min={props.min}
          max={props.max}
        />
      )}
    </Field>
  );
}
