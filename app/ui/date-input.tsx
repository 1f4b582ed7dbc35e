import { formatDate } from "../base/time.ts";
import { t } from "../base/words.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { asText, useField } from "./form-state.ts";

/**
 * A day; its value is `yyyy-mm-dd`. Browsers show it in the order of their own country, so the day
 * is said again beside the field as offices write it.
 */
export function DateInput(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly min?: string | undefined;
    readonly max?: string | undefined;
  },
) {
  const { typed } = useField(props.name);
  const value = asText(typed, props.value);
  return (
    <Field {...props} hint={props.hint ?? t("dd.mm.yyyy")}>
      {(control) => (
        <span class="date-field" data-enhance="date">
          <input
            {...control}
            class="control control-short"
            type="date"
            value={value}
            min={props.min}
            max={props.max}
          />
          <output class="date-said" for={control.id}>
            {isDay(value) ? formatDate(value) : ""}
          </output>
        </span>
      )}
    </Field>
  );
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
