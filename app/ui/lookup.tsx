import { t } from "../base/words.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { asChosen, asText, useField } from "./form-state.ts";
import { Options } from "./select.tsx";
import type { Option } from "./select.tsx";

export interface LookupProps extends FieldProps {
  /** Answers `?q=` with `LookupOptions`. */
  readonly url: string;
  /** What is chosen now, and what was found without script. */
  readonly options?: readonly Option[] | undefined;
  readonly value?: string | readonly string[] | undefined;
  readonly multiple?: boolean | undefined;
}

/**
 * A type-ahead over an address. Without script it is a text field with a Find button, which posts
 * the form with `_find` and `_text_<name>` so that the page can come back with `options`.
 */
export function Lookup(props: LookupProps) {
  const { typed } = useField(props.name);
  const text = useField(`_text_${props.name}`);
  const chosen = asChosen(typed, props.value);
  return (
    <Field {...props}>
      {(control) => (
        <div
          class="lookup"
          data-enhance="lookup"
          data-url={props.url}
          data-none={t("Nothing was found")}
          data-remove={t("Remove")}
        >
          <input
            {...control}
            class="control control-long"
            name={`_text_${props.name}`}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={asText(text.typed, undefined)}
          />
          <button type="submit" name="_find" value={props.name} class="button button-secondary">
            {t("Find")}
          </button>
          <select
            class="control control-long"
            name={props.name}
            multiple={props.multiple}
            aria-label={t("{field}: found", { field: props.label })}
          >
            {props.multiple !== true && <option value="">{t("Nothing chosen")}</option>}
            <Options options={props.options ?? []} chosen={chosen} />
          </select>
          <ul class="lookup-list" id={`${control.id}-list`} hidden />
        </div>
      )}
    </Field>
  );
}
