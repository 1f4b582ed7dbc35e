import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Form, PageHeading } from "../../ui/index.ts";
import type { File } from "../file.ts";
import { CoverFields } from "./cover-fields.tsx";

export interface ChangeCoverPageProps {
  readonly file: File;
  readonly form?: FormState | undefined;
}

/** Changes what the cover says; number and heads stay. */
export function ChangeCoverPage({ file, form }: ChangeCoverPageProps) {
  return (
    <>
      <PageHeading
        title={t("Change the cover of {number}", { number: file.number })}
        hint={t("What it said before stays in the record.")}
      />
      <Form action={`/files/${file.itemId}/cover/edit`} form={form} guard>
        <CoverFields values={{ ...file, subject: file.item.subject }} isOpen />
        <ButtonBar>
          <Button kind="primary">{t("Save the cover")}</Button>
        </ButtonBar>
      </Form>
    </>
  );
}
