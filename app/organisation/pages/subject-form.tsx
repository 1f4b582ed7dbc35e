import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Form, TextInput } from "../../ui/index.ts";

export function SubjectForm(props: { readonly unitId: string; readonly form: FormState }) {
  return (
    <Form
      action={`/office/units/${props.unitId}/subjects`}
      form={props.form}
      class="side-form"
      label={t("Add a subject")}
    >
      <TextInput name="nameEn" label={t("Subject in English")} maxLength={200} lang="en" />
      <TextInput name="nameHi" label={t("Subject in Hindi")} maxLength={200} lang="hi" />
      <ButtonBar>
        <Button>{t("Add a subject")}</Button>
      </ButtonBar>
    </Form>
  );
}
