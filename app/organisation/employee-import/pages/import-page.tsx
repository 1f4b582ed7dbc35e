import { formatNumber, nameOf, t, type FormState } from "../../../base/index.ts";
import {
  EmptyState,
  Mixed,
  NextPage,
  Notice,
  PageHeading,
  Table,
  Tabs,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { columnOfKey } from "../columns.ts";
import type { EmployeeImport } from "../import.ts";
import type { Change } from "../judge-rows.ts";
import type { PresentedRow } from "../present-row.ts";
import { ImportActions, ImportStateNotice } from "./import-actions.tsx";
import { changes, importStates } from "./import-states.ts";

export interface ImportProps {
  readonly given: EmployeeImport;
  readonly twin: EmployeeImport | undefined;
  readonly counts: Readonly<Record<Change, number>>;
  readonly change: Change | undefined;
  readonly rows: readonly PresentedRow[];
  readonly next: number | undefined;
  readonly form: FormState;
}

/** The preview: what would change, row by row, and what is wrong, cell by cell. */
export function ImportPage(props: ImportProps) {
  const { given, rows } = props;
  const state = importStates[given.state];
  return (
    <div id="import">
      <PageHeading title={given.fileName} hint={<Tag tone={state.tone}>{t(state.label)}</Tag>} />
      <ImportStateNotice given={given} twin={props.twin} />
      {given.state !== "reading" && given.state !== "refused" && (
        <>
          <IgnoredColumns given={given} />
          <ImportActions given={given} counts={props.counts} form={props.form} />
          <ChangeTabs {...props} />
          <Table
            caption={t("Rows of the file")}
            rows={rows}
            rowKey={({ number }) => String(number)}
            empty={<EmptyState title={t("No row of this kind.")} />}
            columns={columns()}
          />
          <NextPage name="after" next={props.next?.toString()} />
        </>
      )}
    </div>
  );
}

function columns(): Column<PresentedRow>[] {
  return [
    { label: t("Row"), number: true, cell: ({ number }) => number },
    {
      label: t("Person"),
      heading: true,
      cell: ({ name, code }) => (
        <>
          <Mixed text={name} /> <span class="quiet">{code}</span>
        </>
      ),
    },
    {
      label: t("Change"),
      cell: ({ change }) => <Tag tone={changes[change].tone}>{t(changes[change].label)}</Tag>,
    },
    { label: t("Particulars"), cell: (row) => <Particulars row={row} /> },
  ];
}

function Particulars({ row }: { readonly row: PresentedRow }) {
  return (
    <ul class="plain-list">
      {row.mistakes.map((mistake) => (
        <li key={`${mistake.cell}${mistake.words}`} class="mistake">
          {mistake.cell !== "" && <strong>{mistake.cell}</strong>} {mistake.column}: {mistake.words}
        </li>
      ))}
      {row.differences.map((difference) => (
        <li key={difference.column}>
          {difference.column}:{" "}
          {difference.before !== "" && (
            <>
              <del>
                <Mixed text={difference.before} />
              </del>{" "}
              →{" "}
            </>
          )}
          <ins>
            <Mixed text={difference.after} />
          </ins>
        </li>
      ))}
    </ul>
  );
}

function ChangeTabs({ given, counts, change }: ImportProps) {
  const address = `/office/imports/${given.id}`;
  const total = counts.new + counts.changed + counts.same + counts.wrong;
  const kinds = ["wrong", "new", "changed", "same"] as const;
  return (
    <Tabs
      label={t("Rows of the file")}
      tabs={[
        { label: t("All"), href: address, current: change === undefined, count: total },
        ...kinds.map((kind) => ({
          label: t(changes[kind].label),
          href: `${address}?change=${kind}`,
          current: change === kind,
          count: counts[kind],
        })),
      ]}
    />
  );
}

function IgnoredColumns({ given }: { readonly given: EmployeeImport }) {
  const ignored = given.columns.filter(({ key }) => key === null);
  const used = given.columns.flatMap(({ key, letters }) => {
    const column = key === null ? undefined : columnOfKey(key);
    return column ? [`${letters} ${nameOf(column)}`] : [];
  });
  return (
    <>
      {ignored.length > 0 && (
        <Notice tone="warning">
          {t("{count} columns are not known and are left out: {columns}", {
            count: formatNumber(ignored.length),
            columns: ignored.map(({ letters, header }) => `${letters} ${header}`).join(", "),
          })}
        </Notice>
      )}
      <p class="quiet">{t("Columns read: {columns}", { columns: used.join(", ") })}</p>
    </>
  );
}
