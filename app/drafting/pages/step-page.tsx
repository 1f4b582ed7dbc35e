import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Drawer, FileInput, Form, Hidden, TextInput } from "../../ui/index.ts";

export interface StepPageProps {
  readonly title: string;
  readonly about: string;
  /** What the button will do, and what it cannot undo. */
  readonly sentences: readonly string[];
  readonly action: string;
  readonly button: string;
  /** The version that is decided on. */
  readonly version?: number | undefined;
  readonly asksReason?: boolean | undefined;
  readonly asksScan?: "one" | "many" | undefined;
  readonly form: FormState;
}

/** One step of a draft: a page of its own, or a panel beside the draft. */
export function StepPage(props: StepPageProps) {
  const { asksScan, version } = props;
  return (
    <Drawer title={props.title} about={props.about}>
      {props.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Form action={props.action} form={props.form} multipart={asksScan !== undefined}>
        {version !== undefined && <Hidden name="version" value={version} />}
        {props.asksReason === true && (
          <TextInput name="reason" label={t("Reason")} maxLength={300} />
        )}
        {asksScan !== undefined && (
          <FileInput
            name="files"
            label={asksScan === "one" ? t("The signed scan") : t("Signed scans")}
            hint={t("PDF or picture, straight, at 300 dots an inch. The QR code must be on it.")}
            accept=".pdf,.png,.jpg,.jpeg"
            multiple={asksScan === "many"}
          />
        )}
        <ButtonBar>
          <Button kind="primary">{props.button}</Button>
        </ButtonBar>
      </Form>
    </Drawer>
  );
}
