import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Drawer, Form, Hidden, Notice } from "../../ui/index.ts";
import { SendingFields, type SendingFieldsProps } from "./sending-fields.tsx";

export interface SendPageProps extends SendingFieldsProps {
  readonly item: { readonly id: string; readonly number: string; readonly subject: string };
  readonly isReply: boolean;
  /** Why it cannot be sent now. */
  readonly hindrance?: string | undefined;
  readonly form?: FormState | undefined;
}

/** Sends one item: a page of its own, or a panel beside the page one comes from. */
export function SendPage({ item, isReply, hindrance, form, ...fields }: SendPageProps) {
  return (
    <Drawer
      title={
        isReply
          ? t("Reply with {number}", { number: item.number })
          : t("Send {number}", { number: item.number })
      }
      about={item.subject}
    >
      {hindrance === undefined ? (
        <Form action={`/items/${item.id}/movements`} form={form} guard>
          {isReply && <Hidden name="reply" value="true" />}
          <SendingFields {...fields} />
          <ButtonBar>
            <Button kind="primary">{t("Send")}</Button>
          </ButtonBar>
        </Form>
      ) : (
        <Notice tone="warning" title={hindrance} />
      )}
    </Drawer>
  );
}
