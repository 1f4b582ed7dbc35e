import { formatDate, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateInput,
  FieldGroup,
  Form,
  Notice,
  Panel,
  Radios,
  TextInput,
} from "../../ui/index.ts";
import type { ConfidentialOrder } from "./confidential-order.ts";

/** Whether confidential papers may be kept here, and by which order. */
export function ConfidentialPanel(props: {
  readonly order: ConfidentialOrder | undefined;
  readonly today: string;
  readonly form: FormState;
}) {
  const { order, today, form } = props;
  return (
    <Panel title={t("Confidential papers")}>
      <Notice tone={order ? "plain" : "warning"}>
        {order
          ? t("Order {number} of {date} allows confidential papers here.", {
              number: order.orderNumber,
              date: formatDate(order.orderOn),
            })
          : t("No order is recorded: confidential papers are refused.")}{" "}
        {t("What is secret or top secret is never kept here.")}
      </Notice>
      <Form action="/rights/confidential" form={form}>
        <Radios
          name="allowed"
          label={t("By this order confidential papers")}
          inline
          options={[
            { value: "true", label: t("may be kept here") },
            { value: "false", label: t("are not taken in any more") },
          ]}
        />
        <FieldGroup label={t("Order")} columns={2}>
          <TextInput name="orderNumber" label={t("Order number")} />
          <DateInput name="orderOn" label={t("Date of the order")} value={today} />
        </FieldGroup>
        <ButtonBar>
          <Button kind="primary">{t("Record the order")}</Button>
        </ButtonBar>
      </Form>
    </Panel>
  );
}
