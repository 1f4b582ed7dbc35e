import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, DateInput, Drawer, Form, TextInput } from "../../ui/index.ts";
import type { Dispatch } from "../dispatch.ts";

export interface OutcomePageProps {
  readonly outcome: "delivery" | "return";
  readonly dispatch: Dispatch;
  readonly today: string;
  readonly form: FormState;
}

/** What became of one copy: it arrived, or it came back. */
export function OutcomePage({ dispatch, form, outcome, today }: OutcomePageProps) {
  const isReturn = outcome === "return";
  return (
    <Drawer title={isReturn ? t("Came back") : t("Delivered")} about={dispatch.name}>
      <Form action={`/dispatches/${dispatch.id}/${outcome}`} form={form}>
        <DateInput
          name={isReturn ? "returnedOn" : "deliveredOn"}
          label={t("On which day")}
          value={today}
          max={today}
        />
        {isReturn && <TextInput name="returnReason" label={t("Reason")} maxLength={300} />}
        <ButtonBar>
          <Button kind="primary">{t("Enter")}</Button>
        </ButtonBar>
      </Form>
    </Drawer>
  );
}
