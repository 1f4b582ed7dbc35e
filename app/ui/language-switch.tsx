import { t } from "../base/words.ts";
import { useFrame } from "./frame.ts";
import { HiddenFields } from "./hidden-fields.tsx";

/** One button that names the other language in that language. */
export function LanguageSwitch() {
  const { language } = useFrame();
  const other = language === "hi" ? "en" : "hi";
  return (
    <form class="language-switch" action="/language" method="post" aria-label={t("Language")}>
      <HiddenFields />
      <button type="submit" name="language" value={other} lang={other} class="button-quiet">
        {other === "hi" ? "हिन्दी" : "English"}
      </button>
    </form>
  );
}
