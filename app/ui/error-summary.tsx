import { t } from "../base/words.ts";
import { fieldId } from "./form-state.ts";
import type { FieldError } from "./form-state.ts";

/** All that is wrong with a form, at its top, each linked to its field. `Form` shows it by itself. */
export function ErrorSummary(props: {
  readonly errors: readonly FieldError[];
  readonly idPrefix?: string | undefined;
}) {
  if (props.errors.length === 0) {
    return null;
  }
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-enhance="focus">
      <h2>{t("Please correct the following")}</h2>
      <ul>
        {props.errors.map(({ field, words }) => (
          <li key={field + words}>
            {field === "" ? (
              words
            ) : (
              <a href={`#${fieldId(props.idPrefix ?? "", field)}`}>{words}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
