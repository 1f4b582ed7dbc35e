import { t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  EmptyState,
  Form,
  HiddenFields,
  Mixed,
  PageHeading,
  Table,
  TextInput,
} from "../../ui/index.ts";
import type { Folder } from "../folders.ts";

interface FoldersProps {
  readonly folders: readonly Folder[];
  readonly form?: FormState | undefined;
}

/** The folders of one's own: make, rename, remove. */
export function FoldersPage({ folders, form }: FoldersProps) {
  return (
    <>
      <PageHeading
        title={t("Folders")}
        hint={t("Folders are your own. Whatever lies in one is still in the tray.")}
      />
      <Table
        caption={t("Folders")}
        columns={[
          { label: t("Name"), cell: (folder) => <FolderLink folder={folder} />, heading: true },
          { label: t("Items"), cell: ({ items }) => items, number: true },
          { label: t("Rename"), cell: (folder) => <Renaming folder={folder} /> },
          { label: t("Remove"), cell: (folder) => <Removal folder={folder} /> },
        ]}
        rows={folders}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("You have no folder yet.")} />}
      />
      <Form action="/folders" form={form} label={t("Make a folder")}>
        <TextInput name="name" label={t("Name of the new folder")} maxLength={60} />
        <ButtonBar>
          <Button kind="primary">{t("Make a folder")}</Button>
        </ButtonBar>
      </Form>
    </>
  );
}

function FolderLink({ folder }: { readonly folder: Folder }) {
  return (
    <a href={`/tray?desk=folder&folder=${folder.id}`}>
      <Mixed text={folder.name} />
    </a>
  );
}

function Renaming({ folder }: { readonly folder: Folder }) {
  return (
    <form action={`/folders/${folder.id}`} method="post" class="inline-form">
      <HiddenFields />
      <input
        class="control control-medium"
        name="name"
        value={folder.name}
        maxLength={60}
        aria-label={t("New name of {folder}", { folder: folder.name })}
      />
      <Button>{t("Rename")}</Button>
    </form>
  );
}

function Removal({ folder }: { readonly folder: Folder }) {
  return (
    <form action={`/folders/${folder.id}/removal`} method="post">
      <HiddenFields />
      <Button kind="link">{t("Remove {name}", { name: folder.name })}</Button>
    </form>
  );
}
