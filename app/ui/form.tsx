import type { ComponentChildren } from "preact";
import { randomUUID } from "node:crypto";
import { t } from "../base/words.ts";
import { classes } from "./classes.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { emptyForm, FormContext } from "./form-state.ts";
import type { FormState } from "./form-state.ts";
import { HiddenFields } from "./hidden-fields.tsx";

export interface FormProps {
  readonly action: string;
  readonly method?: "get" | "post" | undefined;
  readonly form?: FormState | undefined;
  /** Needed where the form carries files. */
  readonly multipart?: boolean | undefined;
  /** Warns before leaving with something typed and not sent. */
  readonly guard?: boolean | undefined;
  /** Address that keeps what is typed, every few seconds. */
  readonly autosave?: string | undefined;
  /** Sets the fields apart where a page has two forms with fields of the same name. */
  readonly idPrefix?: string | undefined;
  readonly label?: string | undefined;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
}

/** A form that keeps what was typed, shows what is wrong, and cannot be sent twice by accident. */
export function Form(props: FormProps) {
  const { form = emptyForm, idPrefix = "", method = "post" } = props;
  return (
    <FormContext.Provider value={{ ...form, idPrefix }}>
      <form
        class={classes("form", props.class)}
        action={props.action}
        method={method}
        encType={props.multipart === true ? "multipart/form-data" : undefined}
        aria-label={props.label}
        noValidate
        data-enhance={enhancements(props)}
        data-autosave={props.autosave}
        data-sending={t("Sending…")}
        data-lost={t("The link is down. What you typed is kept here; please try again.")}
      >
        {method === "post" && (
          <>
            <HiddenFields />
            <input type="hidden" name="_once" value={randomUUID()} />
          </>
        )}
        <ErrorSummary errors={form.errors} idPrefix={idPrefix} />
        {props.children}
      </form>
    </FormContext.Provider>
  );
}

function enhancements(props: FormProps): string | undefined {
  if (props.method === "get") {
    return undefined;
  }
  return classes(
    "submit-once",
    props.multipart === true && "upload",
    props.guard === true && "unsaved",
    props.autosave !== undefined && "autosave",
  );
}
