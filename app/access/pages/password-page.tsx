import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Form, Notice, PageHeading, TextInput } from "../../ui/index.ts";

export interface PasswordProps {
  readonly isForced: boolean;
  readonly minimum: number;
  readonly form: FormState;
}

export function PasswordPage({ isForced, minimum, form }: PasswordProps) {
  return (
    <>
      <PageHeading title={t("Change the password")} />
      {isForced && (
        <Notice tone="warning" title={t("Your password was given to you by somebody else")}>
          {t("Choose one that only you know; then your work opens.")}
        </Notice>
      )}
      <Form action="/password" form={form}>
        <TextInput
          name="present"
          label={t("Present password")}
          type="password"
          autocomplete="current-password"
        />
        <TextInput
          name="password"
          label={t("New password")}
          hint={t(
            "At least {minimum} characters: several words that belong together only for you.",
            {
              minimum,
            },
          )}
          type="password"
          autocomplete="new-password"
        />
        <TextInput
          name="again"
          label={t("New password once more")}
          type="password"
          autocomplete="new-password"
        />
        <ButtonBar>
          <Button kind="primary">{t("Change the password")}</Button>
          {!isForced && <Button href="/me">{t("Cancel")}</Button>}
        </ButtonBar>
      </Form>
    </>
  );
}
