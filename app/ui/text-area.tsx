import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { asText, useField } from "./form-state.ts";

/** Several lines of plain text; it grows with what is typed. */
export function TextArea(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly rows?: number | undefined;
    readonly maxLength?: number | undefined;
  },
) {
  const { typed } = useField(props.name);
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          class="control control-long"
          rows={props.rows ?? 3}
          maxLength={props.maxLength}
          value={asText(typed, props.value)}
        />
      )}
    </Field>
  );
}
