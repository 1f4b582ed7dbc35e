import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Drawer, Form, Notice, Radios, TextArea } from "../../ui/index.ts";
import { recordCategories } from "../choices.ts";
import type { File } from "../file.ts";
import { recordCategoryNames } from "./record-categories.ts";

export interface CloseFilePageProps {
  readonly file: {
    readonly id: string;
    readonly number: string;
    readonly subject: string;
    readonly recordCategory: File["recordCategory"];
  };
  /** Papers still under consideration. */
  readonly flagged: number;
  readonly mayClose: boolean;
  readonly form?: FormState | undefined;
}

/** Closes a file: how long it is kept, and why nothing more is to be done. */
export function CloseFilePage({ file, flagged, mayClose, form }: CloseFilePageProps) {
  return (
    <Drawer title={t("Close {number}", { number: file.number })} about={file.subject}>
      {!mayClose && (
        <Notice
          tone="warning"
          title={t("A section officer or above closes files. Send it up with your proposal.")}
        />
      )}
      {flagged > 0 && (
        <Notice
          tone="warning"
          title={t("{number} still has papers under consideration. Take their flags off first.", {
            number: file.number,
          })}
        />
      )}
      {mayClose && flagged === 0 && (
        <Form action={`/files/${file.id}/closure`} form={form} guard>
          <Radios
            name="recordCategory"
            label={t("To be kept")}
            options={recordCategories.map((value) => ({
              value,
              label: t(recordCategoryNames[value]),
            }))}
            value={file.recordCategory ?? undefined}
          />
          <TextArea
            name="closingRemarks"
            label={t("Closing remarks")}
            maxLength={1000}
            rows={3}
            optional
          />
          <p class="quiet">{t("It leaves the tray and lies under Closed. You can reopen it.")}</p>
          <ButtonBar>
            <Button kind="primary">{t("Close the file")}</Button>
          </ButtonBar>
        </Form>
      )}
    </Drawer>
  );
}
