import { t, type FormState } from "../../base/index.ts";
import { Button, Form, Hidden, PageHeading, TextInput } from "../../ui/index.ts";

interface SignInProps {
  readonly next: string;
  readonly form: FormState;
}

export function SignInPage({ next, form }: SignInProps) {
  return (
    <>
      <PageHeading title={t("Sign in")} />
      <Form action="/sign-in" form={form}>
        <Hidden name="next" value={next} />
        <TextInput name="login" label={t("Login")} autocomplete="username" autofocus />
        <TextInput
          name="password"
          label={t("Password")}
          type="password"
          autocomplete="current-password"
        />
        <Button kind="primary">{t("Sign in")}</Button>
      </Form>
    </>
  );
}
