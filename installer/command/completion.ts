import type { WholeFamily } from "./families.ts";
import { commonOptions, ownOptions, typedOptions } from "./options-of.ts";
import type { Verb } from "./verb.ts";

/** What bash loads so that the Tab key knows the verbs and their options; made from the same list as the help. */
export function bashCompletion(families: readonly WholeFamily[]): string {
  const verbs = families.flatMap((family) => family.verbs);
  const cases = [...branches(verbs)].map(
    ([typed, next]) => `    "${typed}") words="${next.toSorted().join(" ")}" ;;`,
  );
  return [
    "# Made from the families of the secretariat command; do not edit.",
    "_secretariat() {",
    '  local words typed="" word',
    '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
    '    case "$word" in -*) ;; *) typed="${typed:+$typed }$word" ;; esac',
    "  done",
    '  case "$typed" in',
    ...cases,
    "  esac",
    '  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '  [ -n "${COMPREPLY[*]}" ] || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))',
    "}",
    "complete -F _secretariat secretariat",
    "",
  ].join("\n");
}

/** What may follow each beginning of a verb; after a whole verb, its options. */
function branches(verbs: readonly Verb[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  const add = (typed: string, word: string): void => {
    const known = next.get(typed) ?? [];
    next.set(typed, known.includes(word) ? known : [...known, word]);
  };
  for (const verb of verbs) {
    verb.path.forEach((word, index) => add(verb.path.slice(0, index).join(" "), word));
    for (const { name } of [...ownOptions(verb), ...typedOptions(commonOptions)]) {
      add(verb.path.join(" "), `--${name}`);
    }
  }
  return next;
}
