import { createContext } from "preact";
import { useContext } from "preact/hooks";

export interface FieldError {
  readonly field: string;
  readonly words: string;
}

/** What was typed and what is wrong with it. Errors without a known field stand in the summary only. */
export interface FormState {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}

interface OpenForm extends FormState {
  readonly idPrefix: string;
}

export const emptyForm: FormState = { values: {}, errors: [] };

export const FormContext = createContext<OpenForm>({ ...emptyForm, idPrefix: "" });

/** One field of the form around it: its id, what stands in it, what is wrong with it. */
export function useField(name: string) {
  const { errors, idPrefix, values } = useContext(FormContext);
  return {
    id: fieldId(idPrefix, name),
    error: errors.find((error) => error.field === name)?.words,
    typed: values[name],
  };
}

export function fieldId(prefix: string, name: string): string {
  return `${prefix}${name.replace(/[^\w-]/g, "-")}`;
}

/** A value as the text of a field; `fallback` where nothing was typed yet. */
export function asText(typed: unknown, fallback: string | number | undefined): string {
  const value = typed ?? fallback;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** A value as the set of chosen options. */
export function asChosen(
  typed: unknown,
  fallback: string | readonly string[] | undefined,
): readonly string[] {
  const value = typed ?? fallback ?? [];
  const several: readonly unknown[] = Array.isArray(value) ? value : [value];
  return several.map((one) => String(one));
}
