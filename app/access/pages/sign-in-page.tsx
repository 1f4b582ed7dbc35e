import { nameOf, ownState, t, type FormState } from "../../base/index.ts";
import { Button, Form, Hidden, TextInput } from "../../ui/index.ts";
import type { SignInOption } from "../other-ways.ts";

interface SignInProps {
  readonly next: string;
  readonly options: readonly SignInOption[];
  readonly form: FormState;
}

/** The door of the house: what this is, and two lines to fill in. */
export function SignInPage({ next, options, form }: SignInProps) {
  return (
    <div class="door">
      <header class="door-house">
        <h1>{t("Digital Secretariat")}</h1>
        <p>{t("Files, letters and decisions of the {state}", { state: nameOf(ownState()) })}</p>
      </header>
      <section class="door-form">
        <h2>{t("Sign in")}</h2>
        <OtherWays next={next} options={options} />
        <Form action="/sign-in" form={form}>
          <Hidden name="next" value={next} />
          <TextInput
            name="login"
            label={t("Login")}
            hint={t("The part of your e-mail before the @, or your employee code")}
            autocomplete="username"
            autofocus
          />
          <TextInput
            name="password"
            label={t("Password")}
            type="password"
            autocomplete="current-password"
          />
          <Button kind="primary">{t("Sign in")}</Button>
        </Form>
        <p class="quiet">
          {t("Forgot the password? The administrator of your office gives you a new one.")}
        </p>
      </section>
    </div>
  );
}

/** Whoever has an account elsewhere needs no password here. */
function OtherWays({ next, options }: Pick<SignInProps, "next" | "options">) {
  if (options.length === 0) {
    return null;
  }
  return (
    <>
      <ul class="plain-list door-ways">
        {options.map((option) => (
          <li>
            <Button href={`${option.href}?next=${encodeURIComponent(next)}`}>
              {t("Sign in with {provider}", { provider: nameOf(option) })}
            </Button>
          </li>
        ))}
      </ul>
      <p class="door-or">{t("or with login and password")}</p>
    </>
  );
}
