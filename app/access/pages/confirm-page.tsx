import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Form, Hidden, Notice, PageHeading, TextInput } from "../../ui/index.ts";
import { FactorFields } from "./factor-fields.tsx";

export interface ConfirmProps {
  readonly next: string;
  readonly way: "factor" | "password" | "elsewhere";
  readonly passkey: object | undefined;
  /** Where the provider asks again who one is. */
  readonly elsewhere: string | undefined;
  readonly form: FormState;
}

/** Before a weighty step: is it still the same person at this desk? A form that was sent waits here. */
export function ConfirmPage({ next, way, passkey, elsewhere, form }: ConfirmProps) {
  return (
    <>
      <PageHeading
        title={t("Confirm that it is you")}
        hint={t("This step weighs much, so the office asks once more. It counts for five minutes.")}
      />
      <Waiting form={form} />
      {way === "elsewhere" ? (
        <Elsewhere address={elsewhere} />
      ) : (
        <Form action="/confirm-it-is-me" form={form}>
          <Hidden name="next" value={next} />
          <Held form={form} name="action" />
          <Held form={form} name="content" />
          {way === "factor" ? <FactorFields passkey={passkey} /> : <Password />}
        </Form>
      )}
    </>
  );
}

function Waiting({ form }: { readonly form: FormState }) {
  if (form.values["files"] === "lost") {
    return (
      <Notice tone="warning">
        {t("The files were not taken. Choose them once more when you have confirmed.")}
      </Notice>
    );
  }
  return (
    form.values["content"] !== undefined && (
      <Notice>{t("What you typed is kept and is sent when you have confirmed.")}</Notice>
    )
  );
}

function Held({ form, name }: { readonly form: FormState; readonly name: string }) {
  const value = form.values[name];
  return typeof value === "string" ? <Hidden name={name} value={value} /> : null;
}

function Password() {
  return (
    <>
      <TextInput
        name="password"
        label={t("Password")}
        type="password"
        autocomplete="current-password"
        autofocus
      />
      <ButtonBar>
        <Button kind="primary">{t("Confirm")}</Button>
      </ButtonBar>
    </>
  );
}

function Elsewhere({ address }: { readonly address: string | undefined }) {
  return address === undefined ? (
    <Notice tone="warning">
      {t("The way you came in cannot ask you again. Sign out, sign in, and repeat the step.")}
    </Notice>
  ) : (
    <Button kind="primary" href={address}>
      {t("Confirm where you signed in")}
    </Button>
  );
}
