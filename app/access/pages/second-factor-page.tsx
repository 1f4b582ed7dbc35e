import { t, type FormState } from "../../base/index.ts";
import { Form, Hidden, HiddenFields, PageHeading } from "../../ui/index.ts";
import { FactorFields } from "./factor-fields.tsx";

export interface SecondFactorProps {
  readonly next: string;
  readonly passkey: object | undefined;
  readonly form: FormState;
}

/** The second lock of the door. */
export function SecondFactorPage({ next, passkey, form }: SecondFactorProps) {
  return (
    <>
      <PageHeading
        title={t("Second factor")}
        hint={t("Your password was right. Now prove that you hold your phone or key.")}
      />
      <Form action="/second-factor" form={form}>
        <Hidden name="next" value={next} />
        <FactorFields passkey={passkey} />
      </Form>
      <p class="quiet">
        {t("Lost the phone and the codes? The administrator of your office resets your factors.")}
      </p>
      <form action="/sign-out" method="post" class="form-bar">
        <HiddenFields />
        <button type="submit" class="button button-link">
          {t("Sign out")}
        </button>
      </form>
    </>
  );
}
