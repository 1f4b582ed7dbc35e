import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, DateInput, Drawer, Form, TextArea } from "../../ui/index.ts";

export interface RemarkPageProps {
  readonly title: string;
  readonly about: string;
  /** What the button will do. */
  readonly explanation: string;
  readonly action: string;
  readonly button: string;
  readonly isRemarkOptional?: boolean | undefined;
  /** Asks until when, from this day on. */
  readonly parkedFrom?: string | undefined;
  readonly form?: FormState | undefined;
}

/** One step with a remark: returning, parking, closing. */
export function RemarkPage(props: RemarkPageProps) {
  return (
    <Drawer title={props.title} about={props.about}>
      <p>{props.explanation}</p>
      <Form action={props.action} form={props.form} guard>
        {props.parkedFrom !== undefined && (
          <DateInput name="parkedUntil" label={t("Until")} min={props.parkedFrom} />
        )}
        <TextArea
          name="remarks"
          label={t("Remarks")}
          maxLength={1000}
          optional={props.isRemarkOptional}
        />
        <ButtonBar>
          <Button kind="primary">{props.button}</Button>
        </ButtonBar>
      </Form>
    </Drawer>
  );
}
