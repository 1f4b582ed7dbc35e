import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Drawer, EmptyState, Form, Radios } from "../../ui/index.ts";
import type { Folder } from "../folders.ts";

interface FilingProps {
  readonly item: { readonly id: string; readonly number: string; readonly subject: string };
  readonly folders: readonly Folder[];
  readonly form?: FormState | undefined;
}

/** Chooses the folder of one's own in which an item lies. */
export function FilingPage({ item, folders, form }: FilingProps) {
  return (
    <Drawer title={t("Put {number} into a folder", { number: item.number })} about={item.subject}>
      {folders.length === 0 ? (
        <EmptyState title={t("You have no folder yet.")}>
          <Button href="/folders">{t("Make a folder")}</Button>
        </EmptyState>
      ) : (
        <Form action={`/items/${item.id}/filing`} form={form}>
          <Radios
            name="folderId"
            label={t("Folder")}
            options={[
              ...folders.map(({ id, name }) => ({ value: id, label: name })),
              { value: "", label: t("In no folder") },
            ]}
          />
          <ButtonBar>
            <Button kind="primary">{t("Put it there")}</Button>
            <Button href="/folders" kind="link">
              {t("Arrange folders")}
            </Button>
          </ButtonBar>
        </Form>
      )}
    </Drawer>
  );
}
