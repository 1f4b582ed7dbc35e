import { t } from "../../base/index.ts";
import type { Option } from "../../ui/index.ts";

/** A list of choices for a field, in the reader's language. */
export function optionsOf(choices: Readonly<Record<string, string>>): Option[] {
  return Object.entries(choices).map(([value, label]) => ({ value, label: t(label) }));
}
