import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, DefinitionList, Drawer, Form, Hidden, Panel } from "../../ui/index.ts";

export interface SignaturePageProps {
  readonly draft: { readonly id: string; readonly version: number; readonly subject: string };
  readonly nextNumber: string;
  readonly signatory: string;
  readonly addressees: readonly string[];
  readonly maySign: boolean;
  readonly form: FormState;
}

/** The two ways to sign: with one's certificate at once, or with ink on a print that is scanned. */
export function SignaturePage(props: SignaturePageProps) {
  const { draft, form } = props;
  return (
    <Drawer title={t("Sign and issue")} about={draft.subject}>
      <DefinitionList
        items={[
          { label: t("Next number"), value: props.nextNumber },
          { label: t("Signed by"), value: props.signatory },
          {
            label: t("To whom"),
            value: <span class="in-lines">{props.addressees.join("\n")}</span>,
          },
        ]}
      />
      {props.maySign && (
        <Panel title={t("With your certificate")}>
          <p>
            {t(
              "The letter gets its number and date, is signed and issued. Nothing in it can be changed afterwards.",
            )}
          </p>
          <Form action={`/drafts/${draft.id}/signature`} form={form}>
            <Hidden name="version" value={draft.version} />
            <ButtonBar>
              <Button kind="primary">{t("Sign and issue")}</Button>
            </ButtonBar>
          </Form>
        </Panel>
      )}
      <Panel title={t("With ink, on paper")}>
        <p>
          {t(
            "The letter gets its number and a QR code. It is issued when the scan of the signed paper is uploaded.",
          )}
        </p>
        <Form action={`/drafts/${draft.id}/print`} form={props.maySign ? undefined : form}>
          <Hidden name="version" value={draft.version} />
          <ButtonBar>
            <Button kind={props.maySign ? "secondary" : "primary"}>{t("Number and print")}</Button>
          </ButtonBar>
        </Form>
      </Panel>
    </Drawer>
  );
}
