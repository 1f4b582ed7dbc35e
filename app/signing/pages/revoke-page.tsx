import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Drawer, Form, TextInput } from "../../ui/index.ts";

export function RevokePage({ id, form }: { readonly id: string; readonly form: FormState }) {
  return (
    <Drawer title={t("Revoke a certificate")}>
      <p>{t("Nothing can be signed with it any more. Letters signed before stay good.")}</p>
      <Form action={`/certificates/${id}/revocation`} form={form}>
        <TextInput name="reason" label={t("Reason")} maxLength={300} />
        <ButtonBar>
          <Button kind="danger">{t("Revoke")}</Button>
        </ButtonBar>
      </Form>
    </Drawer>
  );
}
