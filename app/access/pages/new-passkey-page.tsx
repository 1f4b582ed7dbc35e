import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Form, PageHeading, TextInput } from "../../ui/index.ts";
import { PasskeyButton } from "./passkey-button.tsx";

export interface NewPasskeyProps {
  readonly asked: object;
  readonly form: FormState;
}

/** The browser makes the passkey; we keep only what checks it. */
export function NewPasskeyPage({ asked, form }: NewPasskeyProps) {
  return (
    <>
      <PageHeading
        title={t("Add a passkey")}
        hint={t("The finger, face or PIN of this computer or phone, or a security key")}
      />
      <noscript>
        <p>{t("A passkey needs scripts in the browser. Without them, add an app.")}</p>
      </noscript>
      <Form action="/me/security/passkey" form={form}>
        <TextInput
          name="name"
          label={t("Name of the passkey")}
          hint={t("So that you know it again")}
          value={t("This computer")}
          maxLength={60}
        />
        <ButtonBar>
          <PasskeyButton
            act="make"
            asked={asked}
            words={t("Make a passkey")}
            failed={t("The browser made no passkey. Try again, or add an app.")}
          />
          <Button href="/me/security">{t("Cancel")}</Button>
        </ButtonBar>
      </Form>
    </>
  );
}
