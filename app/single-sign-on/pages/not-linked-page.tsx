import { inLanguage, languages, nameOf, t, type BilingualName } from "../../base/index.ts";
import { Button, ButtonBar } from "../../ui/index.ts";

/** In both languages: who comes here for the first time has chosen none. */
export function NotLinkedPage({ provider }: { readonly provider: BilingualName }) {
  return (
    <div class="door-form">
      {languages.map((language) =>
        inLanguage(language, () => (
          <section lang={language}>
            <h1>{t("Your identity is known, but not yet linked to an account")}</h1>
            <p>
              {t(
                "{provider} has confirmed who you are. The administrator of your office has it in the queue; once it is linked, sign in again the same way.",
                { provider: nameOf(provider) },
              )}
            </p>
          </section>
        )),
      )}
      <ButtonBar>
        <Button href="/sign-in">{t("Sign in")}</Button>
      </ButtonBar>
    </div>
  );
}
