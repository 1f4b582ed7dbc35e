import { nameOf, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateInput,
  Form,
  PageHeading,
  Radios,
  Select,
  TextInput,
} from "../../ui/index.ts";
import type { Designation } from "../designation.ts";
import { genderNames, genders, salutationNames, salutations, type Employee } from "../employee.ts";

export interface PersonFormProps {
  readonly employee?: Employee;
  readonly designations: readonly Designation[];
  readonly form: FormState;
}

/** Enters a person in the employee master, or corrects what it says. */
export function PersonFormPage({ employee, designations, form }: PersonFormProps) {
  const address = employee ? `/office/people/${employee.id}` : "/office/people";
  return (
    <>
      <PageHeading title={employee ? t("Change the employee") : t("Enter an employee")} />
      <Form action={employee ? `${address}/edit` : address} form={form} guard>
        {!employee && <TextInput name="code" label={t("Employee code")} size="short" />}
        <Names employee={employee} />
        <Service employee={employee} />
        <Office employee={employee} designations={designations} />
        <ButtonBar>
          <Button kind="primary">{t("Save")}</Button>
          <Button href={address}>{t("Cancel")}</Button>
        </ButtonBar>
      </Form>
    </>
  );
}

function Names({ employee }: { readonly employee: Employee | undefined }) {
  return (
    <>
      <Select
        name="salutation"
        label={t("Appellation")}
        empty={t("Choose")}
        value={employee?.salutation}
        options={salutationNames.map((name) => ({ value: name, label: t(salutations[name]) }))}
        size="short"
      />
      <TextInput name="nameHi" label={t("Name in Hindi")} value={employee?.nameHi} lang="hi" />
      <TextInput name="nameEn" label={t("Name in English")} value={employee?.nameEn} lang="en" />
      <Radios
        name="gender"
        label={t("Gender")}
        value={employee?.gender}
        options={genderNames.map((name) => ({ value: name, label: t(genders[name]) }))}
        inline
      />
    </>
  );
}

function Service({ employee }: { readonly employee: Employee | undefined }) {
  return (
    <>
      <DateInput name="bornOn" label={t("Date of birth")} value={employee?.bornOn} />
      <DateInput name="joinedOn" label={t("Date of joining service")} value={employee?.joinedOn} />
    </>
  );
}

function Office(props: {
  readonly employee: Employee | undefined;
  readonly designations: readonly Designation[];
}) {
  const { employee, designations } = props;
  return (
    <>
      <TextInput
        name="email"
        label={t("E-mail")}
        hint={t("The login is made from it.")}
        type="email"
        value={employee?.email}
      />
      <TextInput
        name="mobile"
        label={t("Mobile")}
        type="tel"
        size="medium"
        value={employee?.mobile}
      />
      <Select
        name="designationId"
        label={t("Designation")}
        empty={t("Choose")}
        value={employee?.designationId ?? undefined}
        options={designations.map((known) => ({ value: known.id, label: nameOf(known) }))}
        optional
      />
      <TextInput
        name="class"
        label={t("Class")}
        size="short"
        value={employee?.class ?? undefined}
        optional
      />
    </>
  );
}
