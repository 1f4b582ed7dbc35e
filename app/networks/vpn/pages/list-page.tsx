import { formatDate, formatNumber, nameOf, t, type FormState } from "../../../base/index.ts";
import {
  Button,
  ButtonBar,
  EmptyState,
  ErrorSummary,
  HiddenFields,
  NextPage,
  PageHeading,
  Table,
  Tabs,
  Tag,
} from "../../../ui/index.ts";
import type { Verdict } from "../judge-list.ts";
import type { ListRow, VpnList } from "../read-lists.ts";
import { verdictWords } from "../state-words.ts";

interface ListProps {
  readonly list: VpnList;
  readonly verdict: Verdict | undefined;
  readonly counts: readonly { readonly verdict: Verdict; readonly count: number }[];
  readonly rows: readonly ListRow[];
  readonly next?: number | undefined;
  readonly form: FormState;
}

/** A list of the VPN team row by row: what is clear, what would change, and what somebody must decide. */
export function ListPage({ list, verdict, counts, rows, next, form }: ListProps) {
  const at = `/vpn/lists/${list.id}`;
  return (
    <>
      <PageHeading title={list.fileName} />
      <ErrorSummary errors={form.errors} />
      {list.state === "staged" && <Decide at={at} />}
      <Tabs
        label={t("Rows")}
        tabs={[
          { label: t("All rows"), href: at, current: verdict === undefined },
          ...counts.map((one) => ({
            label: t(verdictWords[one.verdict]),
            href: `${at}?verdict=${one.verdict}`,
            current: verdict === one.verdict,
            count: one.count,
          })),
        ]}
      />
      <Table
        caption={t("Rows")}
        rows={rows}
        rowKey={({ rowNumber }) => String(rowNumber)}
        empty={<EmptyState title={t("There is no such row.")} />}
        columns={[
          { label: t("Row"), number: true, cell: ({ rowNumber }) => formatNumber(rowNumber) },
          { label: t("VPN ID"), heading: true, cell: ({ vpnId }) => <bdi>{vpnId}</bdi> },
          {
            label: t("In the list"),
            cell: ({ cells }) => Object.values(cells).filter(Boolean).join(" · "),
          },
          {
            label: t("Person"),
            cell: ({ person }) =>
              person ? t("{name} ({code})", { name: nameOf(person), code: person.code }) : "",
          },
          {
            label: t("Expires on"),
            cell: ({ expiresOn }) => (expiresOn ? formatDate(expiresOn) : ""),
          },
          { label: t("Verdict"), cell: (row) => <VerdictOf row={row} list={list} /> },
        ]}
      />
      <NextPage name="after" next={next?.toString()} />
    </>
  );
}

function Decide({ at }: { readonly at: string }) {
  return (
    <ButtonBar>
      <form action={`${at}/commit`} method="post">
        <HiddenFields />
        <Button kind="primary">{t("Take the clear rows over")}</Button>
      </form>
      <form action={`${at}/discard`} method="post">
        <HiddenFields />
        <Button>{t("Lay the list aside")}</Button>
      </form>
    </ButtonBar>
  );
}

function VerdictOf({ row, list }: { readonly row: ListRow; readonly list: VpnList }) {
  const isDoubtful = row.verdict === "unmatched" || row.verdict === "conflict";
  return (
    <>
      <Tag tone={isDoubtful || row.verdict === "wrong" ? "overdue" : "done"}>
        {t(verdictWords[row.verdict])}
      </Tag>
      {row.mistakes.map((mistake) => (
        <p key={mistake}>{t(mistake)}</p>
      ))}
      {isDoubtful && row.isSettled && <p class="quiet">{t("decided")}</p>}
      {isDoubtful && !row.isSettled && list.state === "committed" && (
        <SettleForm row={row} listId={list.id} />
      )}
    </>
  );
}

function SettleForm({ row, listId }: { readonly row: ListRow; readonly listId: string }) {
  return (
    <form action={`/vpn/lists/${listId}/rows`} method="post">
      <HiddenFields />
      <input type="hidden" name="rowNumber" value={row.rowNumber} />
      <input
        class="control"
        name="employeeCode"
        aria-label={t("Employee code for row {row}", { row: row.rowNumber })}
        placeholder={t("Employee code")}
      />
      <Button>{t("Decide (empty leaves it out)")}</Button>
    </form>
  );
}
