import { nameOf, t, type BilingualName, type FormState } from "../../base/index.ts";
import { SendingFields, type SendingFieldsProps } from "../../movement/index.ts";
import { Button, ButtonBar, Drawer, Form, Notice } from "../../ui/index.ts";

export interface AgreePageProps extends SendingFieldsProps {
  readonly item: { readonly id: string; readonly number: string; readonly subject: string };
  /** Who wrote the note that one agrees with. */
  readonly last: { readonly author: BilingualName; readonly post: BilingualName } | undefined;
  readonly form?: FormState | undefined;
}

/** Agrees with the note before by signing, and sends the file on in the same step. */
export function AgreePage({ item, last, form, ...fields }: AgreePageProps) {
  return (
    <Drawer title={t("Agree and send {number}", { number: item.number })} about={item.subject}>
      {last ? (
        <Form action={`/files/${item.id}/agreement`} form={form} guard>
          <p>
            {t("Your note will read “I agree.” below the note of {author}, {post}.", {
              author: nameOf(last.author),
              post: nameOf(last.post),
            })}
          </p>
          <SendingFields {...fields} />
          <ButtonBar>
            <Button kind="primary">{t("Agree and send")}</Button>
          </ButtonBar>
        </Form>
      ) : (
        <Notice tone="warning" title={t("There is no note on this file yet to agree with.")} />
      )}
    </Drawer>
  );
}
