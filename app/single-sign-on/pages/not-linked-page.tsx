import {
  inLanguage,
  language,
  languages,
  nameOf,
  t,
  type BilingualName,
  type Language,
} from "../../base/index.ts";
import { Button, ButtonBar, PageHeading, Panel } from "../../ui/index.ts";

interface NotLinkedProps {
  readonly provider: BilingualName;
}

/** In both languages, the chosen one first: who comes here for the first time may have chosen none. */
export function NotLinkedPage({ provider }: NotLinkedProps) {
  const own = language();
  const order = [own, ...languages.filter((other) => other !== own)];
  return (
    <>
      <PageHeading title={t("Not linked yet")} />
      {order.map((one) => (
        <Told provider={provider} lang={one} />
      ))}
      <ButtonBar>
        <Button href="/sign-in">{t("Sign in")}</Button>
      </ButtonBar>
    </>
  );
}

function Told({ provider, lang }: NotLinkedProps & { readonly lang: Language }) {
  return inLanguage(lang, () => (
    <div lang={lang}>
      <Panel title={t("Your identity is known, but not yet linked to an account")}>
        <p>
          {t(
            "{provider} has confirmed who you are. The administrator of your office has it in the queue; once it is linked, sign in again the same way.",
            { provider: nameOf(provider) },
          )}
        </p>
      </Panel>
    </div>
  ));
}
