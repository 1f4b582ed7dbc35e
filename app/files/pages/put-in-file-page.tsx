import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Chips, Drawer, Form, Lookup } from "../../ui/index.ts";
import type { FileOption } from "../queries.ts";

export interface PutInFilePageProps {
  readonly receipt: { readonly id: string; readonly number: string; readonly subject: string };
  /** Files on the desk with a like subject. */
  readonly likely: readonly FileOption[];
  /** What the list offers where no script runs. */
  readonly found: readonly FileOption[];
  readonly mayOpen: boolean;
  readonly form?: FormState | undefined;
}

/** Puts a receipt in one of the files on the desk, or opens a new one for it. */
export function PutInFilePage({ receipt, likely, found, mayOpen, form }: PutInFilePageProps) {
  return (
    <Drawer title={t("Put {number} in a file", { number: receipt.number })} about={receipt.subject}>
      {likely.length === 0 ? (
        <p>{t("No file lies on your desk now.")}</p>
      ) : (
        <Form action={`/receipts/${receipt.id}/file`} form={form} guard>
          <Lookup
            name="fileId"
            label={t("File on your desk")}
            hint={t("Type part of its number or subject.")}
            url="/files/lookup"
            options={found.map(optionOf)}
          />
          <Chips label={t("Likely")} target="_text_fileId" options={likely.map(optionOf)} />
          <p class="quiet">
            {t("The letter leaves your tray and becomes the next numbered paper of the file.")}
          </p>
          <ButtonBar>
            <Button kind="primary">{t("Put in this file")}</Button>
          </ButtonBar>
        </Form>
      )}
      {mayOpen && (
        <p class="or-new-file">
          <Button href={`/files/new?receiptId=${receipt.id}`}>{t("Open a new file for it")}</Button>
        </p>
      )}
    </Drawer>
  );
}

function optionOf({ id, number, subject }: FileOption) {
  return { value: id, label: t("{number}: {subject}", { number, subject: shortened(subject) }) };
}

const mostLetters = 70;

function shortened(subject: string): string {
  return subject.length > mostLetters ? `${subject.slice(0, mostLetters)}…` : subject;
}
