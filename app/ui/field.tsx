import type { ComponentChildren } from "preact";
import { t } from "../base/words.ts";
import { classes } from "./classes.ts";
import { useField } from "./form-state.ts";

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
}

/** What every control carries so that it is tied to its label, hint and error. */
export interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": "true" | undefined;
  readonly "aria-required": "true" | undefined;
}

/** Label above, hint under it, error above the control. Every control of a form stands in one. */
export function Field(
  props: FieldProps & {
    readonly class?: string | undefined;
    readonly children: (control: ControlAttributes) => ComponentChildren;
  },
) {
  const { error, id } = useField(props.name);
  return (
    <div class={classes("field", error !== undefined && "field-wrong", props.class)}>
      <label for={id}>
        <FieldLabel label={props.label} optional={props.optional} />
      </label>
      <FieldNotes id={id} hint={props.hint} error={error} />
      {props.children({
        id,
        name: props.name,
        ...describe({ id, hint: props.hint, error }),
        "aria-required": props.optional === true ? undefined : "true",
      })}
    </div>
  );
}

export function FieldLabel(props: {
  readonly label: string;
  readonly optional?: boolean | undefined;
}) {
  return (
    <>
      {props.label}
      {props.optional === true && <span class="quiet"> {t("(optional)")}</span>}
    </>
  );
}

interface Notes {
  readonly id: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

/** Hint and error of a field, as `describe` refers to them. */
export function FieldNotes({ id, hint, error }: Notes) {
  return (
    <>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          <span class="unseen">{t("Error:")}</span> {error}
        </p>
      )}
    </>
  );
}

export function describe({ id, hint, error }: Notes) {
  const notes = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`];
  return {
    "aria-describedby": notes.filter(Boolean).join(" ") || undefined,
    "aria-invalid": error === undefined ? undefined : ("true" as const),
  };
}
