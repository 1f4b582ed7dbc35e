import { nameOf, t, type BilingualName, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  Checkboxes,
  DateInput,
  Disclosure,
  Form,
  PageHeading,
  TextInput,
} from "../../ui/index.ts";
import { roleNames, roles } from "../roles.ts";
import type { SignInPolicy } from "../sign-in-policy.ts";

export interface SignInPolicyProps {
  readonly policy: SignInPolicy;
  readonly departments: readonly (BilingualName & { readonly id: string })[];
  readonly day: string;
  readonly form: FormState;
}

/** Who must have a second factor, and how long a session lasts; ordered with a date. */
export function SignInPolicyPage({ policy, departments, day, form }: SignInPolicyProps) {
  return (
    <>
      <PageHeading
        title={t("Policy of signing in")}
        hint={t("What is in force today. An order counts from its day on; the old one is kept.")}
      />
      <Form action="/sign-in-policy" form={form}>
        <Checkboxes
          name="roles"
          label={t("Must have a second factor: posts with these rights")}
          value={policy.roles}
          options={roleNames.map((role) => ({ value: role, label: t(roles[role]) }))}
        />
        <Disclosure
          title={t("Must have a second factor: these departments")}
          open={policy.units.length > 0}
        >
          <Checkboxes
            name="units"
            label={t("Departments")}
            value={policy.units}
            options={departments.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
        </Disclosure>
        <Numbers policy={policy} />
        <DateInput name="fromOn" label={t("In force from")} value={day} />
        <TextInput name="orderNumber" label={t("Number of the order")} optional maxLength={100} />
        <ButtonBar>
          <Button kind="primary">{t("Set the policy")}</Button>
          <Button href="/accounts">{t("Cancel")}</Button>
        </ButtonBar>
      </Form>
    </>
  );
}

function Numbers({ policy }: Pick<SignInPolicyProps, "policy">) {
  return (
    <>
      <TextInput
        name="idleMinutes"
        label={t("A session ends after so many minutes without use")}
        type="number"
        size="short"
        value={policy.idleMinutes}
      />
      <TextInput
        name="absoluteMinutes"
        label={t("A session ends after so many minutes whatever happens")}
        type="number"
        size="short"
        value={policy.absoluteMinutes}
      />
      <TextInput
        name="passwordMinimum"
        label={t("A password has at least so many characters")}
        type="number"
        size="short"
        value={policy.passwordMinimum}
      />
    </>
  );
}
