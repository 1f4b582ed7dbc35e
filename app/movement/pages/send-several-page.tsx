import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Drawer, Form, Mixed } from "../../ui/index.ts";
import { SendingFields, type SendingFieldsProps } from "./sending-fields.tsx";

export interface SendSeveralPageProps extends SendingFieldsProps {
  readonly items: readonly { readonly id: string; readonly number: string }[];
  readonly form?: FormState | undefined;
}

/** Sends all chosen items to one post. */
export function SendSeveralPage({ items, form, ...fields }: SendSeveralPageProps) {
  const query = new URLSearchParams(items.map(({ id }) => ["ids", id]));
  return (
    <Drawer title={t("Send {count} items", { count: items.length })}>
      <ul class="chosen-items">
        {items.map(({ id, number }) => (
          <li key={id}>
            <Mixed text={number} />
          </li>
        ))}
      </ul>
      <Form action={`/items/movements?${query}`} form={form} guard>
        <SendingFields {...fields} />
        <ButtonBar>
          <Button kind="primary">{t("Send")}</Button>
        </ButtonBar>
      </Form>
    </Drawer>
  );
}
