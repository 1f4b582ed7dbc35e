import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, FileInput, Form, PageHeading } from "../../ui/index.ts";

/** Anyone may have a PDF checked that is said to be signed here. */
export function VerificationPage({ form }: { readonly form: FormState }) {
  return (
    <>
      <PageHeading
        title={t("Verify a signed PDF")}
        hint={t("Was it signed by whom it says, and has nothing been changed since?")}
      />
      <Form action="/verification" form={form} multipart>
        <FileInput
          name="files"
          label={t("The signed PDF")}
          hint={t("As you received it: not printed and scanned again.")}
          accept=".pdf,application/pdf"
        />
        <ButtonBar>
          <Button kind="primary">{t("Verify")}</Button>
          <Button kind="link" href="/authority.pem">
            {t("Download the root certificate")}
          </Button>
        </ButtonBar>
      </Form>
    </>
  );
}
