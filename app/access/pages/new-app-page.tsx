import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Form, PageHeading, TextInput } from "../../ui/index.ts";

export interface NewAppProps {
  readonly secret: string;
  readonly address: string;
  readonly picture: string;
  readonly form: FormState;
}

/** The square to scan, and the proof that the app counts as we do. */
export function NewAppPage({ secret, address, picture, form }: NewAppProps) {
  return (
    <>
      <PageHeading
        title={t("Add an app")}
        hint={t("Any app that shows six digits for half a minute will do.")}
      />
      <ol class="steps">
        <li>
          <p>{t("Scan this square with the app, or open it on this phone.")}</p>
          <img class="square" src={picture} alt={t("Square with the secret for the app")} />
          <p>
            <a href={address}>{t("Open in the app of this phone")}</a>
          </p>
          <p class="quiet">{t("Without a camera, type this into the app:")}</p>
          <p>
            <code class="secret" lang="en">
              {secret}
            </code>
          </p>
        </li>
        <li>
          <Form action="/me/security/app" form={form}>
            <TextInput
              name="name"
              label={t("Name of the phone")}
              hint={t("So that you know it again")}
              value={t("My phone")}
              maxLength={60}
            />
            <TextInput
              name="code"
              label={t("Code")}
              hint={t("The six digits your app shows now")}
              size="medium"
              autocomplete="one-time-code"
            />
            <ButtonBar>
              <Button kind="primary">{t("Add the app")}</Button>
              <Button href="/me/security">{t("Cancel")}</Button>
            </ButtonBar>
          </Form>
        </li>
      </ol>
    </>
  );
}
