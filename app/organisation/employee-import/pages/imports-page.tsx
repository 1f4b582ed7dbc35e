import { formatDateTime, formatNumber, nameOf, t, type FormState } from "../../../base/index.ts";
import {
  Button,
  ButtonBar,
  Disclosure,
  EmptyState,
  FileInput,
  Form,
  Mixed,
  PageHeading,
  Panel,
  Table,
  Tag,
} from "../../../ui/index.ts";
import { OfficeTabs } from "../../pages/office-tabs.tsx";
import { importColumns } from "../columns.ts";
import type { EmployeeImport } from "../import.ts";
import { importStates } from "./import-states.ts";

export interface ImportsProps {
  readonly imports: readonly EmployeeImport[];
  readonly form: FormState;
}

/** Where the employee master comes in, and the files that came before. */
export function ImportsPage({ imports, form }: ImportsProps) {
  return (
    <>
      <PageHeading
        title={t("Employee master")}
        hint={t(
          "A table of people and their posts, from CSV or XLSX. Nothing changes before you have seen what will.",
        )}
      />
      <OfficeTabs current="imports" administers />
      <Form action="/office/imports" form={form} multipart>
        <FileInput
          name="files"
          label={t("File of the employee master")}
          hint={t(
            "CSV in UTF-8 or XLSX, headers in English or Hindi, up to 25 MB and 1,00,000 rows.",
          )}
          accept=".csv,.xlsx"
        />
        <ButtonBar>
          <Button kind="primary">{t("Read the file")}</Button>
          <Button href="/office/imports/template.xlsx" download>
            {t("Empty table (XLSX)")}
          </Button>
          <Button href="/office/imports/template.csv" download>
            {t("Empty table (CSV)")}
          </Button>
        </ButtonBar>
      </Form>
      <Disclosure title={t("Columns of the table")}>
        <ColumnTable />
      </Disclosure>
      <Panel title={t("Files so far")}>
        <ImportTable imports={imports} />
      </Panel>
    </>
  );
}

function ColumnTable() {
  return (
    <Table
      caption={t("Columns of the table")}
      rows={importColumns}
      rowKey={({ key }) => key}
      columns={[
        { label: t("Column"), heading: true, cell: (column) => <Mixed text={nameOf(column)} /> },
        {
          label: t("Needed"),
          cell: ({ mandatory }) => (mandatory ? t("in every row") : t("where it applies")),
        },
        { label: t("Example"), cell: ({ example }) => <Mixed text={example} /> },
      ]}
    />
  );
}

function ImportTable({ imports }: { readonly imports: readonly EmployeeImport[] }) {
  return (
    <Table
      caption={t("Files so far")}
      rows={imports}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("No file has been read yet.")} />}
      columns={[
        {
          label: t("File"),
          heading: true,
          cell: (one) => (
            <a href={`/office/imports/${one.id}`}>
              <Mixed text={one.fileName} />
            </a>
          ),
        },
        {
          label: t("State"),
          cell: ({ state }) => (
            <Tag tone={importStates[state].tone}>{t(importStates[state].label)}</Tag>
          ),
        },
        { label: t("Rows"), number: true, cell: ({ rowsRead }) => formatNumber(rowsRead) },
        { label: t("Read at"), cell: ({ createdAt }) => formatDateTime(createdAt) },
      ]}
    />
  );
}
