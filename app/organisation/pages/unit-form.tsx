import { t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  FieldGroup,
  Form,
  PageHeading,
  Select,
  TextInput,
} from "../../ui/index.ts";
import { unitKindNames, unitKinds, type Unit } from "../unit.ts";

export interface NewUnitProps {
  readonly parent: Unit;
  readonly form: FormState;
}

export function NewUnitPage({ parent, form }: NewUnitProps) {
  const base = `/office/units/${parent.id}`;
  return (
    <>
      <PageHeading title={t("New unit")} />
      <Form action={`${base}/units`} form={form} guard>
        <Select
          name="kind"
          label={t("Kind")}
          empty={t("Choose")}
          options={unitKindNames
            .filter((kind) => kind !== "state")
            .map((kind) => ({ value: kind, label: t(unitKinds[kind]) }))}
        />
        <TextInput
          name="code"
          label={t("Code")}
          size="short"
          hint={t("Short and unique, such as GAD-EST.")}
        />
        <UnitFields />
        <Bar back={base} />
      </Form>
    </>
  );
}

export interface RenameUnitProps {
  readonly unit: Unit;
  readonly form: FormState;
}

export function RenameUnitPage({ unit, form }: RenameUnitProps) {
  const base = `/office/units/${unit.id}`;
  return (
    <>
      <PageHeading
        title={t("Rename the unit")}
        hint={t("Letters and files that exist keep the old name.")}
      />
      <Form action={`${base}/edit`} form={form} guard>
        <UnitFields unit={unit} />
        <Bar back={base} />
      </Form>
    </>
  );
}

function UnitFields({ unit }: { readonly unit?: Unit }) {
  return (
    <>
      <TextInput name="nameHi" label={t("Name in Hindi")} value={unit?.nameHi} lang="hi" />
      <TextInput name="nameEn" label={t("Name in English")} value={unit?.nameEn} lang="en" />
      <TextInput
        name="number"
        label={t("Number in file numbers")}
        value={unit?.number ?? undefined}
        size="short"
        optional
      />
      <FieldGroup label={t("Address on letters")}>
        <TextInput
          name="addressHi"
          label={t("Address in Hindi")}
          value={unit?.addressHi}
          lang="hi"
          optional
        />
        <TextInput
          name="addressEn"
          label={t("Address in English")}
          value={unit?.addressEn}
          lang="en"
          optional
        />
      </FieldGroup>
    </>
  );
}

function Bar({ back }: { readonly back: string }) {
  return (
    <ButtonBar>
      <Button kind="primary">{t("Save")}</Button>
      <Button href={back}>{t("Cancel")}</Button>
    </ButtonBar>
  );
}
