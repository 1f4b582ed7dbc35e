import { formatDate, t } from "../../base/index.ts";
import { Button, EmptyState, HiddenFields, Mixed, PageHeading, Table } from "../../ui/index.ts";
import { senderOf } from "../letter.ts";
import type { ToAcknowledge } from "../list-acknowledgements.ts";

/** Senders who wait for an acknowledgement: print it, then note that it went. */
export function AcknowledgementsPage({ waiting }: { readonly waiting: readonly ToAcknowledge[] }) {
  return (
    <>
      <PageHeading
        title={t("Acknowledgements to be given")}
        actions={<Button href="/receipts">{t("Inward register")}</Button>}
      />
      <Table
        caption={t("Acknowledgements to be given")}
        rows={waiting}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("Nobody waits for an acknowledgement.")} />}
        columns={[
          {
            label: t("Diary number"),
            heading: true,
            cell: ({ id, number }) => (
              <a href={`/receipts/${id}`}>
                <Mixed text={number} />
              </a>
            ),
          },
          { label: t("Received on"), cell: ({ receivedOn }) => formatDate(receivedOn) },
          { label: t("From whom"), cell: (line) => <Mixed text={senderOf(line)} /> },
          { label: t("E-mail"), cell: ({ email }) => email },
          { label: t("Acknowledgement"), cell: Steps },
        ]}
      />
    </>
  );
}

function Steps({ id }: ToAcknowledge) {
  return (
    <form class="button-bar" action={`/receipts/${id}/acknowledgement`} method="post">
      <HiddenFields />
      <Button href={`/receipts/${id}/acknowledgement`}>{t("Print")}</Button>
      <Button>{t("It was given")}</Button>
    </form>
  );
}
