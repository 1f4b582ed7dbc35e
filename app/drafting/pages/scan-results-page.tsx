import { t } from "../../base/index.ts";
import { Button, PageHeading, Table, Tag } from "../../ui/index.ts";

export interface ScanLine {
  readonly name: string;
  readonly letterId: string | null;
  readonly number: string | null;
  /** Why it was not taken, or what is odd about it. */
  readonly remark: string | null;
}

/** What became of each scan that was dropped here. */
export function ScanResultsPage({ results }: { readonly results: readonly ScanLine[] }) {
  return (
    <>
      <PageHeading
        title={t("Signed scans")}
        actions={<Button href="/scans">{t("Upload more")}</Button>}
      />
      <Table
        caption={t("Signed scans")}
        rows={results}
        rowKey={({ name }) => name}
        columns={[
          { label: t("Scan"), heading: true, cell: ({ name }) => name },
          {
            label: t("Letter"),
            cell: ({ letterId, number }) =>
              letterId ? (
                <a href={`/letters/${letterId}`}>{number}</a>
              ) : (
                <Tag tone="overdue">{t("Not taken")}</Tag>
              ),
          },
          { label: t("Remarks"), cell: ({ remark }) => remark ?? "" },
        ]}
      />
    </>
  );
}
