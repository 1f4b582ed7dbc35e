import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Form, Notice, PageHeading, TextInput } from "../../ui/index.ts";

/** For the day when no other door opens; nothing links here. */
export function BreakGlassPage({ form }: { readonly form: FormState }) {
  return (
    <>
      <PageHeading
        title={t("Break-glass access")}
        hint={t("For an account that was armed at the server, until its time is over")}
      />
      <Notice tone="warning">
        {t("Every step is recorded, and all administrators are told of it.")}
      </Notice>
      <Form action="/break-glass" form={form}>
        <TextInput name="login" label={t("Login")} autocomplete="off" autofocus />
        <TextInput name="password" label={t("One-time password")} type="password" />
        <TextInput
          name="code"
          label={t("Code")}
          hint={t("The six digits your app shows now")}
          size="medium"
          autocomplete="one-time-code"
        />
        <ButtonBar>
          <Button kind="primary">{t("Come in")}</Button>
        </ButtonBar>
      </Form>
    </>
  );
}
