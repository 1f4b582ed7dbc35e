import { languages, type Language } from "../words.ts";

/** `--language` first, wherever it stands; then what the shell was set to; English where neither says Hindi. */
export function chooseLanguage(
  typed: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = typed.indexOf("--language");
  const asked =
    at >= 0 ? typed[at + 1] : typed.find((word) => word.startsWith("--language="))?.slice(11);
  const spoken = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return languages.find((one) => one === asked) ?? (spoken.startsWith("hi") ? "hi" : "en");
}
