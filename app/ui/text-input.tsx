import { classes } from "./classes.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { asText, useField } from "./form-state.ts";

export interface TextInputProps extends FieldProps {
  readonly value?: string | number | undefined;
  readonly type?: "text" | "email" | "tel" | "password" | "number" | "search" | undefined;
  readonly size?: "short" | "medium" | "long" | undefined;
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly autofocus?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly lang?: string | undefined;
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { typed } = useField(props.name);
  const type = props.type ?? "text";
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          class={classes("control", `control-${props.size ?? "long"}`)}
          type={(type === "number" ? "text" : type) as "text"}
          inputMode={type === "number" ? "numeric" : undefined}
          value={type === "password" ? "" : asText(typed, props.value)}
          autocomplete={props.autocomplete ?? "off"}
          maxLength={props.maxLength}
          autofocus={props.autofocus}
          readOnly={props.readOnly}
          lang={props.lang}
        />
      )}
    </Field>
  );
}
